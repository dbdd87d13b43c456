using System.Reflection;
using ResultsGrid.ClusterTests.Drills;
using ResultsGrid.ClusterTests.Hosting;
using ResultsGrid.Tests.Hosting;

namespace ResultsGrid.ClusterTests.Storages;

/// <summary>What the host suite promises of state, on the storage that a cluster really has.</summary>
/// <remarks>Each test of the suite is a row here: its own attribute can't know which storage there is.</remarks>
public sealed class PostgreSqlStateTests
{
    public static TheoryData<string, object[]> Suite
    {
        get
        {
            var rows = new TheoryData<string, object[]>();
            foreach (var test in typeof(StateTests).GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))))
            {
                var given = test.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(test)).ToList();
                foreach (var arguments in given.Count > 0 ? given : [[]]) rows.Add(test.Name, arguments);
            }

            return rows;
        }
    }

    [StorageTheory(StorageFactAttribute.PostgreSql)]
    [MemberData(nameof(Suite))]
    public async Task On_PostgreSQL_too(string test, object[] arguments)
    {
        var suite = new OnPostgreSql();
        await suite.InitializeAsync();
        try
        {
            await (Task)typeof(StateTests).GetMethod(test)!.Invoke(suite, arguments)!;
        }
        finally
        {
            await suite.DisposeAsync();
        }
    }

    private sealed class OnPostgreSql : StateTests
    {
        protected override Task<IGrainHostFixture> StartHost(HostBounds bounds) => OrleansHost.Start(bounds, RealTimes.Ample, PostgreSqlStates.Add);
    }
}
