using Orleans.Concurrency;
using Orleans.Core;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Storage.Local;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Documents;
using ResultsGrid.Grains.Hosting;
using ResultsGrid.Tests.Hosting.Desk;

namespace ResultsGrid.Tests.Hosting.Embedded;

public sealed class RegistrationTests
{
    public interface IAnswersNothing : IGrainWithStringKey
    {
        void Post(string letter);
    }

    public interface IAnswersAtOnce : IGrainWithStringKey
    {
        ValueTask<int> Count();
    }

    public interface IEmpty : IGrainWithStringKey;

    [Theory]
    [InlineData(typeof(VoidGrain), "IAnswersNothing.Post returns Void")]
    [InlineData(typeof(ValueGrain), "IAnswersAtOnce.Count returns ValueTask")]
    [InlineData(typeof(Nameless), "Nameless needs a name that ends in Grain")]
    [InlineData(typeof(ReentrantGrain), "ReentrantGrain is [ReentrantAttribute]")]
    [InlineData(typeof(StatefulGrain), "Positional of ResultsGrid.Tests.Hosting.Embedded.RegistrationTests+StatefulGrain needs a public constructor")]
    public void A_class_that_can_not_run_on_both_hosts_is_refused_with_its_reason(Type grainClass, string reason)
    {
        var fault = Assert.Throws<NotSupportedException>(() => new ServiceCollection().AddEmbeddedGrains(new EmbeddedOptions(), grainClass));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_classes_behind_one_interface_are_refused()
        => Assert.Throws<NotSupportedException>(() => new ServiceCollection().AddEmbeddedGrains(new EmbeddedOptions(), typeof(OneGrain), typeof(OtherGrain)));

    [Fact]
    public async Task Grains_with_other_keys_and_unknown_grains_are_refused_clearly()
    {
        await using var host = new EmbeddedHost(new HostBounds());
        Assert.Throws<NotSupportedException>(() => host.Grains.GetGrain<IEmpty>("10101"));
        Assert.Throws<NotSupportedException>(() => host.Grains.GetGrain(typeof(IDeskGrain), 7));
        Assert.Equal(0, await ((IDeskGrain)host.Grains.GetGrain(typeof(IDeskGrain), "10101")).GetEntries());
    }

    [Fact]
    public async Task The_services_own_grains_run_over_a_data_folder_and_keep_what_they_acknowledged()
    {
        using var folder = new TemporaryFolder();
        var (series, centre) = (SeriesCode.Parse("6B26"), CentreNumber.Parse("10101"));
        CandidateNumber[] candidates = [CandidateNumber.Parse("0001"), CandidateNumber.Parse("0002")];

        ServiceProvider Start() => new ServiceCollection()
            .AddEmbeddedGrains(new EmbeddedOptions { RoundTripContracts = true }, typeof(IDocumentStore).Assembly)
            .AddEmbeddedData(folder.File("data"))
            .BuildServiceProvider();

        await using (var services = Start())
        {
            await services.GetRequiredService<IGrainFactory>().Results(series, centre).SetCandidates(candidates);
        }

        await using (var services = Start())
        {
            Assert.Equal(candidates, await services.GetRequiredService<IGrainFactory>().Results(series, centre).GetCandidates());
            Assert.Null(await services.GetRequiredService<IDocumentStore>().ReadClock());
        }
    }

    public sealed class VoidGrain : IAnswersNothing
    {
        public void Post(string letter)
        {
        }
    }

    public sealed class ValueGrain : IAnswersAtOnce
    {
        public ValueTask<int> Count() => ValueTask.FromResult(0);
    }

    public sealed class Nameless : IEmpty;

    [Reentrant]
    public sealed class ReentrantGrain : IEmpty;

    public sealed record Positional(int Entries);

    public sealed class StatefulGrain(IStorage<Positional> storage) : IEmpty
    {
        public override string ToString() => $"{storage.State.Entries}";
    }

    public sealed class OneGrain : IEmpty;

    public sealed class OtherGrain : IEmpty;
}
