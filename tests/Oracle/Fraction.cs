using System.Numerics;

namespace ResultsGrid.Tests.Oracle;

/// <summary>An exact number, so that no rounding but the rule's own can happen. The divisor is positive.</summary>
public readonly record struct Fraction(BigInteger Over, BigInteger Under) : IComparable<Fraction>
{
    public static readonly Fraction Zero = new(0, 1);

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static Fraction operator +(Fraction left, Fraction right) => new(left.Over * right.Under + right.Over * left.Under, left.Under * right.Under);

    public static Fraction operator -(Fraction left, Fraction right) => new(left.Over * right.Under - right.Over * left.Under, left.Under * right.Under);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Over * right.Over, left.Under * right.Under);

    public static Fraction operator /(Fraction left, int right) => new(left.Over, left.Under * right);

    /// <summary>A decimal as printed: 1.25 is 125/100.</summary>
    public static Fraction Parse(string text)
    {
        var point = text.IndexOf('.');
        return point < 0
            ? new(BigInteger.Parse(text), 1)
            : new(BigInteger.Parse(text.Remove(point, 1)), BigInteger.Pow(10, text.Length - point - 1));
    }

    public int CompareTo(Fraction other) => (Over * other.Under).CompareTo(other.Over * Under);

    /// <summary>To the nearest whole number, halves up. Not for negative numbers.</summary>
    public int Rounded() => (int)((2 * Over + Under) / (2 * Under));
}
