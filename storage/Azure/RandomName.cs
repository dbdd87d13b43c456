using System.Security.Cryptography;

namespace ResultsGrid.Storage.Azure;

internal static class RandomName
{
    private const int Bytes = 8;

    /// <summary>16 hexadecimal digits that nothing else has.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>For a block that is staged: another writer's under the same name would be committed in its place.</summary>
    public static string NewBlock() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
