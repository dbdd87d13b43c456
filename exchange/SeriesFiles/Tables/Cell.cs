using System.Globalization;
using ResultsGrid.Awarding.Text;
using ResultsGrid.Exchange.Fonts;

namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>One field of a file. Each reading checks one rule: what breaks it becomes a fault, and a default value is returned.</summary>
internal readonly struct Cell(FileFaults faults, int line, string field, string text)
{
    public string Raw => text;

    public int Line => line;

    public bool IsBlank => text.Length == 0;

    public void Refuse(string reason) => faults.Add(line, field, text, reason);

    public void RefuseUnlessBlank(string reason)
    {
        if (!IsBlank) Refuse(reason);
    }

    /// <summary>A value type that parses itself; blank is refused.</summary>
    public T Parsed<T>(string expected)
        where T : struct, IParsable<T>
    {
        if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value)) Refuse(Not(expected));
        return value;
    }

    public T? ParsedOrBlank<T>(string expected)
        where T : struct, IParsable<T>
        => IsBlank ? null : Parsed<T>(expected);

    /// <summary>Values separated by single spaces, or by semicolons where a value may have spaces; none twice.</summary>
    public IReadOnlyList<T> List<T>(string expected)
        where T : struct, IParsable<T>
    {
        if (IsBlank) return [];
        var values = new List<T>();
        var parts = text.Contains(';', StringComparison.Ordinal) ? text.Split(';').Select(part => part.Trim(' ')) : text.Split(' ');
        foreach (var part in parts)
        {
            if (!T.TryParse(part, CultureInfo.InvariantCulture, out var value)) Refuse($"'{ShownText.Of(part)}' in the list is not {expected}");
            else if (values.Contains(value)) Refuse($"{part} stands in the list twice");
            else values.Add(value);
        }

        return values;
    }

    public T Word<T>(Vocabulary<T> vocabulary)
        where T : struct
    {
        if (!vocabulary.TryRead(text, out var meaning)) Refuse(Not(vocabulary.Expected));
        return meaning;
    }

    public T? WordOrBlank<T>(Vocabulary<T> vocabulary)
        where T : struct
        => IsBlank ? null : Word(vocabulary);

    public int Number(int least, int most)
    {
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= least && number <= most) return number;
        Refuse(Not($"a whole number from {least} to {most}"));
        return most; // The mildest bound, where this number would have bounded another.
    }

    public int? NumberOrBlank(int least, int most) => IsBlank ? null : Number(least, most);

    /// <summary>A factor with up to <paramref name="places"/> decimal places, above zero.</summary>
    public decimal? FactorOrBlank(decimal most, int places)
    {
        if (IsBlank) return null;
        var isFactor = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor);
        if (!isFactor || factor <= 0 || factor > most || factor.Scale > places)
            Refuse(Not($"a number above 0, at most {most}, with at most {places} decimal places"));
        return factor;
    }

    public DateOnly Date(DateOnly first, DateOnly last)
    {
        var isDate = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!isDate) Refuse(Not("a date that exists, written yyyy-mm-dd"));
        else if (date < first || date > last) Refuse(Not($"between {first:yyyy-MM-dd} and {last:yyyy-MM-dd}"));
        return date;
    }

    /// <summary>One line of characters that documents can print, without spaces around it.</summary>
    /// <param name="whose">Added where a character can't be printed.</param>
    public string Text(int mostCharacters, string whose = "")
    {
        if (IsBlank) Refuse("is blank, and is needed");
        return TextOrBlank(mostCharacters, whose);
    }

    public string TextOrBlank(int mostCharacters, string whose = "")
    {
        if (text.Length > mostCharacters) Refuse($"has {text.Length} characters; {mostCharacters} are the most");
        else if (text.EnumerateRunes().Any(ShownText.IsInvisible)) Refuse("has a control character or an invisible one");
        else if (text.AsSpan().Trim().Length < text.Length) Refuse("has spaces around it");
        else if (DrawableText.Refuse(text) is { } undrawable) Refuse(undrawable + whose);
        return text;
    }

    private string Not(string expected) => IsBlank ? $"is blank, and must be {expected}" : $"is not {expected}";
}
