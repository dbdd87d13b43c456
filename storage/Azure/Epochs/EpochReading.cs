namespace ResultsGrid.Storage.Azure.Epochs;

/// <param name="Mark">Of this content in the storage: an ETag.</param>
public sealed record EpochReading(EpochRecord Record, string Mark);
