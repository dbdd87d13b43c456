namespace ResultsGrid.Gateway.Api.SignIn;

/// <summary>When those may come back whom the password lane refused: from then on there is room for them, whoever else has come.</summary>
/// <remarks>
/// Without, who comes back would find the lane full as often as chance has it. Appointments follow each other as fast as passwords are hashed.
/// They are bounded ahead, in number, and for each centre, so that who guesses at one takes no more time from the others; beyond that one is told the
/// same time and promised nothing. Nothing is lost by those that aren't kept: whoever is there is let in meanwhile.
/// </remarks>
/// <param name="clock">Only time that passes counts, not the time of day.</param>
internal sealed class Appointments(TimeProvider clock)
{
    /// <summary>Later than this none is given: what passwords will take by then nobody knows.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromSeconds(30);

    /// <summary>Clients come later than they were told, so as not to come together, and often by as much again.</summary>
    private static readonly TimeSpan Lateness = 2 * Horizon;

    /// <summary>As many as a centre has people who fetch results.</summary>
    private const int MaxOfCentre = 8;

    /// <summary>Some 100 bytes each.</summary>
    private const int MaxKept = 1_000;

    private readonly long begun = clock.GetTimestamp();
    private readonly Lock gate = new();
    private readonly Dictionary<string, Appointment> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> ofCentre = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Appointment, TimeSpan> byTime = new();
    private TimeSpan last;

    private TimeSpan Now => clock.GetElapsedTime(begun);

    /// <summary>Whether somebody comes as was agreed, and then the appointment is over.</summary>
    public bool Take(string name)
    {
        lock (gate)
        {
            Lapse();
            if (!byName.TryGetValue(name, out var appointment) || appointment.At > Now) return false;
            End(appointment);
            return true;
        }
    }

    /// <summary>Whoever got in before the time needs it no more.</summary>
    public void Cancel(string name)
    {
        lock (gate)
        {
            if (byName.TryGetValue(name, out var appointment)) End(appointment);
        }
    }

    /// <summary>Makes an appointment behind all others, unless there is one.</summary>
    /// <param name="backlog">How long those take who wait now.</param>
    /// <param name="each">How long one takes after the other.</param>
    /// <returns>How long to stay away, with an appointment or without.</returns>
    public TimeSpan Give(string centre, string name, TimeSpan backlog, TimeSpan each)
    {
        lock (gate)
        {
            Lapse();
            if (byName.TryGetValue(name, out var known)) return known.At - Now;
            var next = (last > Now + backlog ? last : Now + backlog) + each;
            if (next - Now > Horizon) return Horizon;
            if (Add(new Appointment(centre, name, next))) last = next;
            return next - Now;
        }
    }

    /// <summary>Makes an appointment before all others, for somebody who has waited already, and in vain.</summary>
    /// <returns>How long to stay away: no longer than <paramref name="backlog"/>.</returns>
    public TimeSpan GiveFirst(string centre, string name, TimeSpan backlog)
    {
        lock (gate)
        {
            Lapse();
            if (byName.TryGetValue(name, out var known)) End(known);
            Add(new Appointment(centre, name, Now));
            return backlog < Horizon ? backlog : Horizon;
        }
    }

    private bool Add(Appointment appointment)
    {
        var before = ofCentre.GetValueOrDefault(appointment.Centre);
        if (before >= MaxOfCentre || byName.Count >= MaxKept) return false;
        byName[appointment.Name] = appointment;
        ofCentre[appointment.Centre] = before + 1;
        byTime.Enqueue(appointment, appointment.At);
        return true;
    }

    private void Lapse()
    {
        while (byTime.TryPeek(out var first, out var at) && (first.IsOver || at + Lateness < Now))
        {
            if (!first.IsOver) End(first);
            byTime.Dequeue();
        }
    }

    private void End(Appointment appointment)
    {
        appointment.IsOver = true;
        byName.Remove(appointment.Name);
        if (--ofCentre[appointment.Centre] == 0) ofCentre.Remove(appointment.Centre);
    }

    /// <param name="At">Since this began.</param>
    private sealed record Appointment(string Centre, string Name, TimeSpan At)
    {
        public bool IsOver { get; set; }
    }
}
