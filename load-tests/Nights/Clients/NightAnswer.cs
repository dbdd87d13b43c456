namespace ResultsGrid.LoadTests.Nights.Clients;

/// <summary>An answer that came whole, or as far as its client wanted it.</summary>
/// <param name="ETag">Without its quotes.</param>
/// <param name="Hash">SHA-256 of the body as sent, 64 lower-case hexadecimal digits.</param>
/// <param name="Bytes">Of the body as sent.</param>
/// <param name="Length">What Content-Length said; null where it was chunked.</param>
/// <param name="Body">Where it was to be kept.</param>
/// <param name="WasAskedTwice">The idle connection was closed under the first request, which the server may have seen all the same.</param>
/// <param name="AskedAt">Wall time before the request left.</param>
/// <param name="AnsweredAt">Wall time when the head had come.</param>
public sealed record NightAnswer(
    int Status,
    string? ETag,
    string? Encoding,
    string? ContentRange,
    TimeSpan? RetryAfter,
    string Hash,
    long Bytes,
    long? Length,
    byte[]? Body,
    bool WasAskedTwice,
    DateTimeOffset AskedAt,
    DateTimeOffset AnsweredAt);
