using System.Text.Json;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Embedded.Calls;

/// <summary>Copies what crosses between grains through the contracts' JSON, by the declared type, as a cluster does.</summary>
internal static class ContractCopy
{
    public static object?[] Of(object?[] arguments, Type[] declared)
    {
        var copies = new object?[arguments.Length];
        for (var index = 0; index < arguments.Length; index++) copies[index] = Of(arguments[index], declared[index]);
        return copies;
    }

    public static Task<T> Of<T>(Task<T> completed)
    {
        try
        {
            return Task.FromResult((T)Of(completed.Result, typeof(T))!);
        }
        catch (NotSupportedException fault)
        {
            return Task.FromException<T>(fault);
        }
    }

    private static object? Of(object? value, Type declared)
    {
        // A token and a reference to a grain cross by ways of their own.
        if (declared == typeof(CancellationToken) || typeof(IAddressable).IsAssignableFrom(declared)) return value;
        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(value, declared, ContractJson.Options);
            return JsonSerializer.Deserialize(json, declared, ContractJson.Options);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new NotSupportedException($"A value declared {declared} can't cross between nodes of a cluster: {fault.Message}", fault);
        }
    }
}
