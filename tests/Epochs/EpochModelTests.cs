using System.Globalization;

namespace ResultsGrid.Tests.Epochs;

/// <summary>The protocol under thousands of schedules: nodes die and pause, grains move and are active twice, requests are lost, late or of unknown outcome.</summary>
public sealed class EpochModelTests
{
    private const int Seeds = 1_000;

    /// <summary>A flaw that shows itself less often than this is no flaw that the model finds.</summary>
    private const int SeedsForAFlaw = 4_000;

    /// <summary>RESULTSGRID_EPOCH_SEED shifts the suite's seeds to other ones.</summary>
    private static readonly int Shift = int.TryParse(Environment.GetEnvironmentVariable("RESULTSGRID_EPOCH_SEED"), CultureInfo.InvariantCulture, out var shift) ? shift : 0;

    [Fact]
    public void Nobody_is_answered_anything_older_than_what_was_acknowledged_and_order_comes_back()
    {
        var (acknowledgements, reads) = (0, 0);
        for (var seed = Shift; seed < Shift + Seeds; seed++)
        {
            var cluster = new ModelCluster(seed, Flaw.None);
            var violation = cluster.Run();
            Assert.True(violation is null, $"seed {seed}: {violation}");
            (acknowledgements, reads) = (acknowledgements + cluster.Acknowledgements, reads + cluster.Reads);
        }

        // The trouble must not be so great that nothing is shown by it.
        Assert.True(acknowledgements > 8 * Seeds, $"only {acknowledgements} changes were acknowledged");
        Assert.True(reads > 50 * Seeds, $"only {reads} reads were answered");
    }

    [Theory]
    [InlineData(Flaw.AnnouncesBeforeItStores, 88)]
    [InlineData(Flaw.AnswersWithoutAnnouncingItsWrite, 0)]
    [InlineData(Flaw.AnswersWithoutAnnouncingWhatItRead, 5)]
    [InlineData(Flaw.ShowsItsWriteOnlyWhenAnnounced, 394)]
    [InlineData(Flaw.RegistersAfterItRead, 106)]
    [InlineData(Flaw.KeepsASecondActivation, 0)]
    [InlineData(Flaw.AcknowledgesWhatAnOverActivationWrote, 483)]
    [InlineData(Flaw.AnswersGrainCallsWithoutLease, 193)]
    [InlineData(Flaw.ServesWithoutLease, 5)]
    [InlineData(Flaw.AcknowledgesAtOnce, 0)]
    public void A_host_with_a_flaw_is_found_out(Flaw flaw, int firstSeed)
    {
        // It was found first under this seed; whoever changes the model may have to search on.
        var seed = firstSeed;
        while (seed < SeedsForAFlaw && new ModelCluster(seed, flaw).Run() is null) seed++;
        Assert.True(seed < SeedsForAFlaw, $"{flaw} showed itself under none of {SeedsForAFlaw} seeds");
    }

    [Fact]
    public void A_seed_is_the_same_run_again()
    {
        var (first, second) = (new ModelCluster(Shift + 7, Flaw.AcknowledgesAtOnce), new ModelCluster(Shift + 7, Flaw.AcknowledgesAtOnce));
        Assert.Equal(first.Run(), second.Run());
        Assert.Equal((first.Reads, first.Acknowledgements), (second.Reads, second.Acknowledgements));
    }
}
