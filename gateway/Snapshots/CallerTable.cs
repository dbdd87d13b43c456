using System.Numerics;
using ResultsGrid.Gateway.Callers;

namespace ResultsGrid.Gateway.Snapshots;

/// <summary>Callers by the digest of their secret, made once and never changed: one place in memory is looked at where a dictionary needs three.</summary>
/// <remarks>Thousands of shelves are asked in turn, so what a look-up costs is memory that the processor's caches don't hold.</remarks>
internal readonly struct CallerTable
{
    /// <summary>A power of two, at most half of them taken. A caller stands in the first free one from where the digest points.</summary>
    private readonly (SecretDigest Secret, Caller? Caller)[] slots;

    public CallerTable(IReadOnlyDictionary<SecretDigest, Caller> callers)
    {
        ArgumentNullException.ThrowIfNull(callers);
        slots = new (SecretDigest, Caller?)[BitOperations.RoundUpToPowerOf2((uint)(2 * callers.Count) + 1)];
        foreach (var (secret, caller) in callers)
        {
            var slot = First(secret);
            while (slots[slot].Caller is not null) slot = Next(slot);
            slots[slot] = (secret, caller);
        }
    }

    public Caller? Find(SecretDigest secret)
    {
        for (var slot = First(secret); slots[slot].Caller is { } caller; slot = Next(slot))
        {
            if (slots[slot].Secret == secret) return caller;
        }

        return null;
    }

    private int First(SecretDigest secret) => secret.GetHashCode() & (slots.Length - 1);

    private int Next(int slot) => (slot + 1) & (slots.Length - 1);
}
