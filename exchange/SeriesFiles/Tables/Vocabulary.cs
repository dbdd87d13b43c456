using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>The words that a field may hold, and what each means.</summary>
internal sealed class Vocabulary<T>(params (string Word, T Meaning)[] words)
{
    private readonly FrozenDictionary<string, T> meanings = words.ToFrozenDictionary(word => word.Word, word => word.Meaning);

    /// <summary>What a refused text should have been.</summary>
    public string Expected { get; } = $"one of: {string.Join(", ", words.Select(word => word.Word))}";

    public bool TryRead(string text, [MaybeNullWhen(false)] out T meaning) => meanings.TryGetValue(text, out meaning);
}
