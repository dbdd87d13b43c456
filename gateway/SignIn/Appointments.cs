namespace ResultsGrid.Gateway.SignIn;

/// <summary>When those may come back whom the password lane refused: from then on they may wait where others are refused.</summary>
/// <remarks>
/// Without, who comes back would find the lane full as often as chance has it. Appointments follow each other as fast as passwords are hashed, so
/// those who keep theirs find the lane no fuller than it was. They are bounded ahead, in number, and for each centre: beyond that one is told when, and promised
/// nothing. One is over when its holder has got in, or a minute after its time; until then a wait in vain may be repeated.
/// They go by user name, before any password is known to be right: who knows a name can use up what it has, as three wrong passwords lock its account.
/// </remarks>
/// <param name="clock">Only time that passes counts, not the time of day.</param>
public sealed class Appointments(TimeProvider clock)
{
    /// <summary>Later than this none is given: what passwords will take by then nobody knows.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromSeconds(30);

    /// <summary>As many as a centre has people who fetch results.</summary>
    public const int MaxOfCentre = 8;

    /// <summary>A few hundred bytes each.</summary>
    private const int MaxKept = 1_000;

    /// <summary>Clients come later than they were told, so as not to come together, and often by as much again.</summary>
    private static readonly TimeSpan Lateness = 2 * Horizon;

    private readonly long begun = clock.GetTimestamp();
    private readonly Lock gate = new();
    private readonly Dictionary<string, Appointment> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ofCentre = new(StringComparer.Ordinal);
    private readonly LinkedList<Appointment> inOrder = new();

    private TimeSpan Now => clock.GetElapsedTime(begun);

    /// <summary>Whether somebody comes as was agreed, and no other request of theirs does; <see cref="Return"/> or <see cref="End"/> must follow.</summary>
    public bool Keep(string name)
    {
        lock (gate)
        {
            Lapse();
            if (!byName.TryGetValue(name, out var known) || known.IsInUse || known.At > Now) return false;
            known.IsInUse = true;
            return true;
        }
    }

    /// <summary>The wait was in vain: it may be repeated.</summary>
    public void Return(string name)
    {
        lock (gate)
        {
            if (byName.TryGetValue(name, out var known)) known.IsInUse = false;
        }
    }

    /// <summary>Whoever got in needs it no more.</summary>
    public void End(string name)
    {
        lock (gate)
        {
            if (byName.TryGetValue(name, out var known)) Remove(known);
        }
    }

    /// <summary>Makes an appointment behind all others, unless there is one.</summary>
    /// <param name="backlog">How long those take who wait now.</param>
    /// <param name="each">How long one takes after the other.</param>
    /// <returns>How long to stay away, with an appointment or without: at most <see cref="Horizon"/>.</returns>
    public TimeSpan Give(string centre, string name, TimeSpan backlog, TimeSpan each)
    {
        lock (gate)
        {
            Lapse();
            var now = Now;
            if (byName.TryGetValue(name, out var known)) return known.At > now ? known.At - now : Least(backlog, Horizon);
            var first = now + backlog;
            var next = (inOrder.Last is { Value.At: var last } && last > first ? last : first) + each;
            if (next - now <= Horizon) Add(new Appointment(centre, name, next));
            return Least(next - now, Horizon);
        }
    }

    private void Add(Appointment appointment)
    {
        var before = ofCentre.GetValueOrDefault(appointment.Centre);
        if (before >= MaxOfCentre || byName.Count >= MaxKept) return;
        byName[appointment.Name] = appointment;
        ofCentre[appointment.Centre] = before + 1;
        inOrder.AddLast(appointment.Place);
    }

    private void Lapse()
    {
        while (inOrder.First is { Value: var first } && first.At + Lateness < Now) Remove(first);
    }

    private void Remove(Appointment appointment)
    {
        byName.Remove(appointment.Name);
        inOrder.Remove(appointment.Place);
        if (--ofCentre[appointment.Centre] == 0) ofCentre.Remove(appointment.Centre);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed class Appointment
    {
        /// <param name="at">Since these began.</param>
        public Appointment(string centre, string name, TimeSpan at)
        {
            (Centre, Name, At) = (centre, name, at);
            Place = new(this);
        }

        public string Centre { get; }

        public string Name { get; }

        public TimeSpan At { get; }

        public LinkedListNode<Appointment> Place { get; }

        public bool IsInUse { get; set; }
    }
}
