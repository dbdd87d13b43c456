using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>The terminal columns of qualifications.csv.</summary>
internal sealed record TerminalTerms(int SharePercent, bool FinalExamination, Provenance Provenance);
