using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Tests.Release;

public sealed class ReleaseDecisionTests
{
    private static readonly CentreNumber Own = CentreNumber.Parse("12345");
    private static readonly CentreNumber Other = CentreNumber.Parse("54321");
    private static readonly DateTimeOffset Restricted = new(2026, 8, 12, 23, 1, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Candidate = new(2026, 8, 14, 7, 0, 0, TimeSpan.Zero);
    private static readonly ReleaseSchedule Schedule = new(Restricted, Candidate);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    /// <summary>Around both releases, one character of the tables below each.</summary>
    private static readonly DateTimeOffset[] Moments =
        [DateTimeOffset.MinValue, Restricted - Tick, Restricted, Restricted + Tick, Candidate - Tick, Candidate, Candidate + Tick, DateTimeOffset.MaxValue];

    /// <summary>Role; the own centre's results; another centre's. O open, r embargoed until restricted release, c until candidate release, n not yours, x not your role.</summary>
    public static TheoryData<Role, string, string> Table => new()
    {
        { Role.CentreAdministrator, "rrOOOOOO", "nnnnnnnn" },
        { Role.ResultsFullAccess, "rrOOOOOO", "nnnnnnnn" },
        { Role.TutorTeacher, "cccccOOO", "nnnnnnnn" },
        { Role.AddCourseworkMarks, "xxxxxxxx", "nnnnnnnn" },
        { Role.SubmitCourseworkMarks, "xxxxxxxx", "nnnnnnnn" },
        { Role.Entries, "xxxxxxxx", "nnnnnnnn" },
        { Role.PostResultsFullAccess, "xxxxxxxx", "nnnnnnnn" },
        { Role.BoardOperator, "rrOOOOOO", "rrOOOOOO" },
        { (Role)99, "xxxxxxxx", "nnnnnnnn" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_role_reads_what_the_table_says_at_each_moment(Role role, string own, string other)
    {
        var reader = new Reader(Own, [role]);
        Assert.Equal(own, Decisions(reader, Own, Subject.CentreResults));
        Assert.Equal(other, Decisions(reader, Other, Subject.CentreResults));
        Assert.Equal("nnnnnnnn", Decisions(reader, null, Subject.CentreResults));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Boundaries_and_statistics_open_to_everybody_at_candidate_release(Role role, string own, string other)
    {
        Assert.Equal(own.Length, other.Length);
        foreach (var centre in new CentreNumber?[] { null, Own, Other })
        {
            Assert.Equal("cccccOOO", Decisions(new Reader(Own, [role]), centre, Subject.BoundariesAndStatistics));
            Assert.Equal("cccccOOO", Decisions(Reader.Public, centre, Subject.BoundariesAndStatistics));
        }
    }

    [Fact]
    public void The_table_has_every_role()
        => Assert.Superset(Enum.GetValues<Role>().ToHashSet(), Table.Select(row => (Role)row[0]).ToHashSet());

    [Fact]
    public void Without_an_approved_schedule_nobody_reads_anything_ever()
    {
        foreach (var role in Enum.GetValues<Role>())
            foreach (var centre in new CentreNumber?[] { null, Own, Other })
                foreach (var subject in Enum.GetValues<Subject>())
                    foreach (var moment in Moments)
                        Assert.IsNotType<ReadDecision.Open>(ReleaseDecision.Decide(new Reader(Own, [role]), centre, subject, approved: null, moment));

        Assert.Equal(new ReadDecision.Embargoed(null), ReleaseDecision.Decide(new Reader(Own, [Role.CentreAdministrator]), Own, Subject.CentreResults, null, Candidate));
    }

    [Fact]
    public void Whoever_has_two_roles_reads_by_the_earlier()
    {
        Assert.Equal("rrOOOOOO", Decisions(new Reader(Own, [Role.TutorTeacher, Role.ResultsFullAccess]), Own, Subject.CentreResults));
        Assert.Equal("cccccOOO", Decisions(new Reader(Own, [Role.Entries, Role.TutorTeacher]), Own, Subject.CentreResults));
    }

    [Fact]
    public void Who_has_no_role_or_no_centre_reads_no_results()
    {
        Assert.Equal("xxxxxxxx", Decisions(new Reader(Own, []), Own, Subject.CentreResults));
        Assert.Equal("nnnnnnnn", Decisions(Reader.Public, Own, Subject.CentreResults));
        Assert.Null(ReleaseDecision.AvailableFrom(Reader.Public, Schedule));
        Assert.Equal("nnnnnnnn", Decisions(new Reader(null, [Role.CentreAdministrator]), Own, Subject.CentreResults));
        Assert.Equal("rrOOOOOO", Decisions(new Reader(null, [Role.BoardOperator]), Own, Subject.CentreResults));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_moment_told_beforehand_is_the_one_from_which_the_own_centre_is_open(Role role, string own, string other)
    {
        Assert.Equal(own.Length, other.Length);
        DateTimeOffset? expected = own.Contains('O', StringComparison.Ordinal) ? Moments[own.IndexOf('O', StringComparison.Ordinal)] : null;
        var reader = new Reader(Own, [role]);
        Assert.Equal(expected, ReleaseDecision.AvailableFrom(reader, Schedule));
        Assert.Null(ReleaseDecision.AvailableFrom(reader, approved: null));
    }

    [Fact]
    public void Whoever_has_two_roles_is_told_the_earlier_moment()
        => Assert.Equal(Restricted, ReleaseDecision.AvailableFrom(new Reader(Own, [Role.TutorTeacher, Role.CentreAdministrator]), Schedule));

    private static string Decisions(Reader reader, CentreNumber? centre, Subject subject)
        => string.Concat(Moments.Select(moment => ReleaseDecision.Decide(reader, centre, subject, Schedule, moment) switch
        {
            ReadDecision.Open => 'O',
            ReadDecision.Embargoed { Opens: { } opens } => opens == Restricted ? 'r' : opens == Candidate ? 'c' : '?',
            ReadDecision.NotYours => 'n',
            ReadDecision.NotYourRole => 'x',
            _ => '?',
        }));
}
