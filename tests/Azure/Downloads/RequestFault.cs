namespace ResultsGrid.Tests.Azure.Downloads;

public enum RequestFault
{
    /// <summary>It never arrives, and its sender hears nothing.</summary>
    Lost,

    /// <summary>The storage does as it is asked, and its sender hears nothing.</summary>
    AnswerLost,

    /// <summary>The storage does as it is asked and answers 500.</summary>
    AnsweredWithError,

    /// <summary>Its sender hears nothing, and it arrives when the test says so.</summary>
    Late,
}
