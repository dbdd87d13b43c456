using ResultsGrid.Exchange.Edi;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>Names put together from parts, so that nobody real is meant, with the marks that real names carry.</summary>
internal static class InventedNames
{
    private const double NoForename = 0.005;
    private const double SecondForename = 0.35;
    private const double DoubleBarrelled = 0.06;

    /// <summary>A name that results files have to cut.</summary>
    private const double LongName = 0.001;

    private static readonly string[] Beginnings =
    [
        "Quill", "Bramble", "Thistle", "Marrow", "Lark", "Fern", "Hazel", "Wobble", "Tansy", "Kestrel", "Otter", "Plum", "Gorse", "Juniper", "Sorrel",
        "Bracken", "Pebble", "Teasel", "Yarrow", "Moth", "Puffin", "Nettle", "Bilber", "Cobble", "Drizzle", "O'Quill", "D'Fern", "Mc Lark", "Ó Thistle", "Ŵyn",
    ];

    private static readonly string[] Endings =
    [
        "wick", "stone", "by", "thorpe", "mere", "dale", "holt", "combe", "shaw", "feather", "wright", "bottom", "ley", "grave", "møller", "wäld", "západ", "çelik",
    ];

    private static readonly string[] Forenames =
    [
        "Ada", "Bartholomew", "Cleo", "Dafydd", "Efa", "Felix", "Greta", "Hugo", "Imogen", "Jonah", "Kezia", "Lorcan", "Maya", "Noor", "Otis", "Priya", "Quentin",
        "Rosa", "Samir", "Tamsin", "Una", "Viktor", "Wren", "Xanthe", "Yusuf", "Zoë", "Siân", "José", "Łucja", "Çağla", "Jürgen", "Aoife", "Małgorzata", "Anne-Marie",
        "D'Arcy", "Chloé", "Björn", "Šárka", "Nuño", "Ærin", "Jean-François", "Oluwaseun", "Thaddeus",
    ];

    // Formula, list separator, quotes, a line of the exchange file, a single name, the most letters: each has broken some system.
    private static readonly CandidateName[] Awkward =
    [
        new("=Quillwick", "Ada"),
        new("-Marrowby", "Felix"),
        new("@Thistlemere", "Cleo"),
        new("Fernstone, Junior", "Otis"),
        new("Larkholt \"Larky\"", "Imogen"),
        new("Gorsecombe", ""),
        new("Thistlefeather-Wobblethorpe-Juniperwright", "Bartholomew Anne-Marie Thaddeus Jean-François Oluwaseun"),
        new("Featherbottom-Wobblethorpe", "Bartholomew"),
        new("O'D'Quill-Ærø", "Zoë Björn"),
        new("Ng", "X"),
        new("Null", "True"),
    ];

    /// <summary>Seldom longer than an exchange file can carry.</summary>
    public static CandidateName Draw(ref Dice dice)
    {
        if (dice.Happens(LongName)) return Long(ref dice);
        var plain = new CandidateName(Family(ref dice), dice.Happens(NoForename) ? "" : dice.Pick(Forenames));
        var joined = dice.Happens(DoubleBarrelled) ? plain with { FamilyName = $"{plain.FamilyName}-{Family(ref dice)}" } : plain;
        var name = IsCarried(joined) ? joined : plain;
        if (name.Forenames.Length == 0 || !dice.Happens(SecondForename)) return name;
        var longer = name with { Forenames = $"{name.Forenames} {dice.Pick(Forenames)}" };
        return IsCarried(longer) ? longer : name;
    }

    public static CandidateName Troublesome(ref Dice dice) => dice.Pick(Awkward);

    /// <summary>As long as a name may be.</summary>
    private static CandidateName Long(ref Dice dice)
    {
        var name = new CandidateName($"{Family(ref dice)}-{Family(ref dice)}-{Family(ref dice)}", dice.Pick(Forenames));
        for (var next = dice.Pick(Forenames); name.Length + 1 + next.Length <= CandidateName.MaxLength; next = dice.Pick(Forenames))
            name = name with { Forenames = $"{name.Forenames} {next}" };
        return name;
    }

    private static bool IsCarried(CandidateName name) => name.ToString().Length <= EdiName.MaxLength;

    private static string Family(ref Dice dice) => dice.Pick(Beginnings) + dice.Pick(Endings);
}
