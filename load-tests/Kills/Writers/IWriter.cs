using ResultsGrid.LoadTests.Kills.Answers;

namespace ResultsGrid.LoadTests.Kills.Writers;

/// <summary>One client: it writes something of its own, one operation after another, and knows what it must find again.</summary>
public interface IWriter
{
    /// <summary>One operation.</summary>
    /// <exception cref="UnansweredException">The process ended before the answer.</exception>
    Task Write(Calls calls);

    /// <summary>After a restart, while nobody writes: everything acknowledged is there, nothing half done is.</summary>
    /// <exception cref="LostException">It is not.</exception>
    Task Check(Calls calls);
}
