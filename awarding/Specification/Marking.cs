namespace ResultsGrid.Awarding.Specification;

/// <summary>Who gives the mark: an examiner, or the centre under the board's moderation.</summary>
public enum Marking
{
    Examined,
    Moderated,
}
