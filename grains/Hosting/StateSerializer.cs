using System.Text.Json;
using Orleans.Storage;

namespace ResultsGrid.Grains.Hosting;

/// <summary>States as JSON, the same in every storage (<see cref="ContractJson.Options"/>).</summary>
public sealed class StateSerializer : IGrainStorageSerializer
{
    /// <exception cref="InvalidDataException">The state is larger than <see cref="StoredStates.MaxStateBytes"/>: nothing is written.</exception>
    public BinaryData Serialize<T>(T? input)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(input, ContractJson.Options);
        return json.Length <= StoredStates.MaxStateBytes
            ? BinaryData.FromBytes(json)
            : throw new InvalidDataException($"{typeof(T).Name} takes {json.Length} bytes, more than {StoredStates.MaxStateBytes}.");
    }

    /// <exception cref="InvalidDataException">The stored JSON is no such state.</exception>
    public T? Deserialize<T>(BinaryData input)
    {
        ArgumentNullException.ThrowIfNull(input);
        try
        {
            return JsonSerializer.Deserialize<T>(input, ContractJson.Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"A stored state can't be read as {typeof(T).Name}: {fault.Message}", fault);
        }
    }
}
