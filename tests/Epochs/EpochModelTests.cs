using System.Globalization;

namespace ResultsGrid.Tests.Epochs;

/// <summary>The protocol under thousands of schedules: nodes die and pause, grains move and are active twice, requests are lost, late or of unknown outcome.</summary>
public sealed class EpochModelTests
{
    private const int Seeds = 2_000;

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
        Assert.True(reads > 100 * Seeds, $"only {reads} reads were answered");
    }

    [Theory]
    [InlineData(Flaw.AnnouncesBeforeItStores)]
    [InlineData(Flaw.AnswersWithoutAnnouncingItsWrite)]
    [InlineData(Flaw.AnswersWithoutAnnouncingWhatItRead)]
    [InlineData(Flaw.ShowsItsWriteOnlyWhenAnnounced)]
    [InlineData(Flaw.RegistersAfterItRead)]
    [InlineData(Flaw.KeepsASecondActivation)]
    [InlineData(Flaw.AcknowledgesWhatAnOverActivationWrote)]
    [InlineData(Flaw.AnswersGrainCallsWithoutLease)]
    [InlineData(Flaw.ServesWithoutLease)]
    [InlineData(Flaw.AcknowledgesAtOnce)]
    [InlineData(Flaw.AcknowledgesAfterOneLease)]
    public void A_host_with_a_flaw_is_found_out(Flaw flaw)
    {
        var seed = Shift;
        while (seed < Shift + SeedsForAFlaw && new ModelCluster(seed, flaw).Run() is null) seed++;
        Assert.True(seed < Shift + SeedsForAFlaw, $"{flaw} showed itself under none of {SeedsForAFlaw} seeds");
    }

    [Fact]
    public void A_seed_is_the_same_run_again()
    {
        var (first, second) = (new ModelCluster(Shift + 7, Flaw.AcknowledgesAtOnce), new ModelCluster(Shift + 7, Flaw.AcknowledgesAtOnce));
        Assert.Equal(first.Run(), second.Run());
        Assert.Equal((first.Reads, first.Acknowledgements), (second.Reads, second.Acknowledgements));
    }
}
