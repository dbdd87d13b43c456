using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Rehearsal.Chance;

namespace ResultsGrid.Rehearsal.Candidates;

/// <summary>Names put together from parts, so that nobody real is meant, with the marks that real names carry.</summary>
internal static class InventedNames
{
    private const double NoForename = 0.005;
    private const double SecondForename = 0.35;
    private const double DoubleBarrelled = 0.06;

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

    // Formula, list separator, quotes, a line of the exchange file, no forename, the most letters: each has broken some system.
    private static readonly CandidateName[] Awkward =
    [
        new("=Quillwick", "Ada"),
        new("-Marrowby", "Felix"),
        new("@Thistlemere", "Cleo"),
        new("Fernstone, Junior", "Otis"),
        new("Larkholt \"Larky\"", "Imogen"),
        new("Gorsecombe", ""),
        new("Featherbottom-Wobblethorpe", "Bartholomew"),
        new("O'D'Quill-Ærø", "Zoë Björn"),
        new("Ng", "X"),
        new("Null", "True"),
    ];

    /// <summary>Never longer than an exchange file can carry.</summary>
    public static CandidateName Draw(ref Dice dice)
    {
        var plain = new CandidateName(Family(ref dice), dice.Happens(NoForename) ? "" : dice.Pick(Forenames));
        var joined = dice.Happens(DoubleBarrelled) ? plain with { FamilyName = $"{plain.FamilyName}-{Family(ref dice)}" } : plain;
        var name = IsCarried(joined) ? joined : plain;
        if (name.Forenames.Length == 0 || !dice.Happens(SecondForename)) return name;
        var longer = name with { Forenames = $"{name.Forenames} {dice.Pick(Forenames)}" };
        return IsCarried(longer) ? longer : name;
    }

    public static CandidateName Troublesome(ref Dice dice) => dice.Pick(Awkward);

    private static bool IsCarried(CandidateName name) => name.ToString().Length <= CandidateName.MaxLength;

    private static string Family(ref Dice dice) => dice.Pick(Beginnings) + dice.Pick(Endings);
}
