namespace ResultsGrid.Rehearsal.Centres;

/// <summary>An invented centre and how many candidates it enters in the series.</summary>
/// <param name="KeyStage4Share">Part of its candidates who take Key Stage 4 subjects: all in an 11 to 16 school, none in a sixth form college.</param>
internal sealed record Centre(int Number, string Name, int Candidates, double KeyStage4Share);
