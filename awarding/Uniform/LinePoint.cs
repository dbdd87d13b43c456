namespace ResultsGrid.Awarding.Uniform;

/// <summary>A point of a unit's conversion, with the name that a fault calls it by.</summary>
internal sealed record LinePoint(string Name, int RawMark, int Ums)
{
    /// <summary>Two points may share a uniform mark (on a small scale rounding does that) but not a raw mark.</summary>
    public bool IsAbove(LinePoint lower) => RawMark > lower.RawMark && Ums >= lower.Ums;

    public override string ToString() => $"{Name} ({RawMark} marks, {Ums} UMS)";
}
