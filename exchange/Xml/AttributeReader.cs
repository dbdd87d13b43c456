using System.Globalization;
using System.Xml;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.Xml;

/// <summary>The attributes of the element that a reader stands on, as values of the domain: check characters and dates are more than a schema can check.</summary>
internal readonly struct AttributeReader(XmlReader xml, FileFaults faults)
{
    /// <summary>Empty where it is not there.</summary>
    public string Text(string name) => xml.GetAttribute(name) ?? "";

    public bool Yes(string name) => xml.GetAttribute(name) is not null;

    public T Value<T>(string name)
        where T : struct, IParsable<T>
        => Optional<T>(name) ?? default;

    public T? Optional<T>(string name)
        where T : struct, IParsable<T>
    {
        if (xml.GetAttribute(name) is not { } text) return null;
        if (T.TryParse(text, CultureInfo.InvariantCulture, out var value)) return value;
        Fault(name, text, $"no {typeof(T).Name}");
        return null;
    }

    public DateOnly Date(string name)
    {
        if (!DateOnly.TryParseExact(Text(name), ResultsNames.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Fault(name, Text(name), "a date is yyyy-mm-dd");
        return date;
    }

    /// <summary>Faults an attribute that stands without the other that belongs to it.</summary>
    public void Together(string name, string other)
    {
        if ((xml.GetAttribute(name) is null) != (xml.GetAttribute(other) is null))
            Fault(xml.GetAttribute(name) is null ? other : name, Text(name) + Text(other), $"{name} and {other} stand together or not at all");
    }

    private void Fault(string name, string value, string reason)
        => faults.Add(xml is IXmlLineInfo place ? place.LineNumber : null, name, value, reason);
}
