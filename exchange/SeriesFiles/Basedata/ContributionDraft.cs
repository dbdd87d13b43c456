namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>An assessment that may count towards an option.</summary>
internal sealed record ContributionDraft(int Line, AssessmentDraft Assessment, bool Mandatory);
