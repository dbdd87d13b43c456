namespace ResultsGrid.Exchange.Edi;

/// <summary>Which of a centre's results files a file is.</summary>
public enum EdiContent
{
    /// <summary>Every award (grade and total mark), and the unit results of qualifications that have one results file.</summary>
    Main,

    /// <summary>The moderated and examined unit results of qualifications that have two results files (Cambridge Advanced Nationals).</summary>
    SeparateUnits,
}
