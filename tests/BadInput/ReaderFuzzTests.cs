namespace ResultsGrid.Tests.BadInput;

/// <summary>Readers take whatever bytes there are: they answer as they document, in bounded time and memory.</summary>
public sealed class ReaderFuzzTests
{
    /// <summary>A case takes some milliseconds. This only finds one that never ends.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private volatile int current;

    [Theory]
    [InlineData("package", 3_000)]
    [InlineData("edi", 10_000)]
    [InlineData("xml", 4_000)]
    [InlineData("pdf", 3_000)]
    [InlineData("csv", 5_000)]
    public async Task Spoilt_input_is_read_or_refused_within_bounds(string target, int cases)
    {
        var reader = ReaderTargets.Named(target);
        await Watched(target, Task.Factory.StartNew(
            () =>
            {
                for (current = 0; current < FuzzRun.Cases(cases); current++) Try(reader, current);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    public static TheoryData<string, string> Corpus { get; } = CorpusFiles.Of(ReaderTargets.All.Select(target => target.Name));

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task What_was_found_once_stays_mended(string target, string name)
        => await Watched(target, Task.Factory.StartNew(
            () => ReaderTargets.Named(target).Try(CorpusFiles.Read(target, name)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    private static void Try(ReaderTarget reader, int number)
    {
        var input = reader.Make(FuzzRun.Chance(number));
        try
        {
            reader.Try(input);
        }
        catch (Exception fault)
        {
            Assert.Fail(FuzzRun.Describe(reader.Name, number, input, fault.ToString()));
        }
    }

    private async Task Watched(string target, Task work)
    {
        while (true)
        {
            var seen = current;
            try
            {
                await work.WaitAsync(Patience);
                return;
            }
            catch (TimeoutException) when (!work.IsCompleted)
            {
                if (current == seen) Assert.Fail(FuzzRun.Describe(target, seen, ReaderTargets.Named(target).Make(FuzzRun.Chance(seen)), $"no end within {Patience}"));
            }
        }
    }
}
