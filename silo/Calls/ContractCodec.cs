using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Orleans.Serialization;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.Serializers;
using Orleans.Serialization.WireProtocol;
using ResultsGrid.Grains.Hosting;

namespace ResultsGrid.Silo.Calls;

/// <summary>Contracts between nodes: the declared type's name and the value as the contracts' JSON.</summary>
/// <remarks>
/// By the declared type, as the embedded host's tests send them: a list is a list whatever class holds it, and of a union
/// only declared cases cross. Inside a process nothing is copied: contracts are immutable.
/// </remarks>
internal sealed class ContractCodec(ContractTypes contracts) : IGeneralizedCodec, IGeneralizedCopier, ITypeFilter
{
    /// <summary>This codec's name on the wire.</summary>
    public const string Alias = "resultsgrid.contract";

    public bool IsSupportedType(Type type) => type == typeof(ContractCodec) || contracts.Include(type);

    public bool? IsTypeAllowed(Type type) => IsSupportedType(type) ? true : null;

    [return: NotNullIfNotNull(nameof(input))]
    public object? DeepCopy(object? input, CopyContext context) => input;

    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, [AllowNull] Type expectedType, [AllowNull] object value)
        where TBufferWriter : System.Buffers.IBufferWriter<byte>
    {
        if (ReferenceCodec.TryWriteReferenceField(ref writer, fieldIdDelta, expectedType, value)) return;
        var declared = expectedType is not null && contracts.Include(expectedType) ? expectedType : value.GetType();
        writer.WriteFieldHeader(fieldIdDelta, expectedType, typeof(ContractCodec), WireType.TagDelimited);

        ReferenceCodec.MarkValueField(writer.Session);
        writer.WriteFieldHeaderExpected(0, WireType.LengthPrefixed);
        writer.Session.TypeCodec.WriteLengthPrefixed(ref writer, declared);

        ReferenceCodec.MarkValueField(writer.Session);
        writer.WriteFieldHeaderExpected(1, WireType.LengthPrefixed);
        var json = JsonSerializer.SerializeToUtf8Bytes(value, declared, ContractJson.Options);
        writer.WriteVarUInt32((uint)json.Length);
        writer.Write(json);
        writer.WriteEndObject();
    }

    public object? ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        if (field.IsReference) return ReferenceCodec.ReadReference(ref reader, field.FieldType!);
        field.EnsureWireTypeTagDelimited();
        var place = ReferenceCodec.CreateRecordPlaceholder(reader.Session);
        var (declared, value) = ((Type?)null, (object?)null);
        var fieldId = 0u;
        for (var header = reader.ReadFieldHeader(); !header.IsEndBaseOrEndObject; header = reader.ReadFieldHeader())
        {
            fieldId += header.FieldIdDelta;
            if (fieldId > 1)
            {
                reader.ConsumeUnknownField(header);
                continue;
            }

            ReferenceCodec.MarkValueField(reader.Session);
            if (fieldId == 0) declared = reader.Session.TypeCodec.ReadLengthPrefixed(ref reader);
            else value = Parse(reader.ReadBytes(reader.ReadVarUInt32()), declared);
        }

        ReferenceCodec.RecordObject(reader.Session, value!, place);
        return value;
    }

    private object? Parse(byte[] json, Type? declared)
        => declared is not null && contracts.Include(declared)
            ? JsonSerializer.Deserialize(json, declared, ContractJson.Options)
            : throw new NotSupportedException($"{declared?.ToString() ?? "A value without a type"} is no contract: it does not cross between nodes.");
}
