using System.Security.Cryptography;

namespace ResultsGrid.Azure.Epochs;

internal static class RandomName
{
    private const int Bytes = 8;

    /// <summary>16 hexadecimal digits that nothing else has.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
