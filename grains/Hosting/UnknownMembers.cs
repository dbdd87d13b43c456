using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ResultsGrid.Grains.Hosting;

/// <summary>Keeps the JSON members that this version doesn't know of records of the pure projects, which know nothing of storage.</summary>
/// <remarks>
/// Such records are stored as they came and replaced whole, never changed by a grain, so the members may hang on the object
/// itself. What grains change are <see cref="StoredRecord"/>s, which carry theirs through <c>with</c>.
/// </remarks>
internal static class UnknownMembers
{
    private static readonly ConditionalWeakTable<object, Dictionary<string, JsonElement>> Kept = [];

    /// <summary>Few processes ever meet an unknown member; the others need not look for one at every record that they write.</summary>
    private static volatile bool any;

    public static void Keep(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.IsValueType || !ContractTypes.OfPureProjects(type.Type)) return;
        var members = type.CreateJsonPropertyInfo(typeof(Dictionary<string, JsonElement>), nameof(UnknownMembers));
        members.IsExtensionData = true;
        members.Get = record => any && Kept.TryGetValue(record, out var kept) ? kept : null;
        members.Set = (record, kept) =>
        {
            any = true;
            if (kept is not null) Kept.AddOrUpdate(record, (Dictionary<string, JsonElement>)kept);
        };
        type.Properties.Add(members);
    }
}
