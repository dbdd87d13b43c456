using System.IO.Compression;
using System.Text;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Exchange.SeriesFiles;

namespace ResultsGrid.Tests.SeriesFiles;

/// <summary>A small valid package that a test spoils in one place. Lines are counted as faults count them: 1 is the header.</summary>
public sealed class SamplePackage
{
    private readonly SortedDictionary<string, List<string>> files = new(StringComparer.Ordinal)
    {
        ["series.json"] =
        [
            "{",
            "  \"series\": \"6B26\",",
            "  \"title\": \"June 2026\",",
            "  \"basedataVersion\": \"04\",",
            "  \"restrictedRelease\": \"2026-08-12T00:01\",",
            "  \"candidateRelease\": \"2026-08-13T08:00\",",
            "  \"notice\": \"Invented data: no real candidate\"",
            "}",
        ],
        ["qualifications.csv"] =
        [
            "qualification_code,title,family,structure,gradeset,grades,maximum_total,a_star_overall_ums,a_star_ums,a_star_units,a_star_best_of,terminal_share_percent,terminal_final_examination,terminal_provenance,endorsement_grades,two_results_files,provenance",
            "H001,Accounting AS,gce-as-level,unitised,AS,A B C D E,200,,,,,,,,,no,published",
            "H401,Accounting,gce-a-level,unitised,AL,A* A B C D E,400,320,180,F013 F014,2,,,,,no,published",
            "J560,Science,gcse,linear,91,9 8 7 6 5 4 3 2 1,200,,,,,,,,P M D NC,no,invented",
            "J800,Engineering,cambridge-national,unitised,CN,*2 D2 M2 P2,100,,,,,0,yes,assumed,,yes,invented",
        ],
        ["options.csv"] =
        [
            "qualification_code,option,tier,unit_count",
            "H001,,untiered,2",
            "H401,,untiered,4",
            "J560,F,foundation,2",
            "J560,H,higher,2",
            "J800,,untiered,1",
        ],
        ["contributions.csv"] =
        [
            "qualification_code,option,assessment_code,requirement",
            "H001,,F011,mandatory",
            "H001,,F012,mandatory",
            "H401,,F011,mandatory",
            "H401,,F012,mandatory",
            "H401,,F013,mandatory",
            "H401,,F014,mandatory",
            "J560,F,J56001,mandatory",
            "J560,F,J56002,mandatory",
            "J560,H,J56003,mandatory",
            "J560,H,J56004,mandatory",
            "J800,,R014,mandatory",
        ],
        ["qualification-boundaries.csv"] =
        [
            "qualification_code,option,grade,mark,provenance",
            "H001,,A,160,published", "H001,,B,140,published", "H001,,C,120,published", "H001,,D,100,published", "H001,,E,80,published",
            "H401,,A,320,published", "H401,,B,280,published", "H401,,C,240,published", "H401,,D,200,published", "H401,,E,160,published",
            "J560,F,5,150,invented", "J560,F,4,130,invented", "J560,F,3,100,invented", "J560,F,2,70,invented", "J560,F,1,40,invented",
            "J560,H,9,170,invented", "J560,H,8,150,invented", "J560,H,7,130,invented", "J560,H,6,110,invented", "J560,H,5,90,invented", "J560,H,4,70,invented",
            "J800,,*2,90,invented", "J800,,D2,80,invented", "J800,,M2,70,invented", "J800,,P2,60,invented",
        ],
        ["assessments.csv"] =
        [
            "assessment_code,title,kind,level,tier,marking,maximum_mark,weight,maximum_ums,attainable_ums,below_lowest,a_star_mark,cap_mark,n_mark",
            "F011,Accounting Principles,unit,as,untiered,examined,80,1,80,,direct-to-zero,,,",
            "F012,Accounting Applications,unit,as,untiered,examined,120,,120,,direct-to-zero,,none,",
            "F013,Company Accounts,unit,a2,untiered,examined,80,,80,,notional-n,,,",
            "F014,Management Accounting,unit,a2,untiered,examined,120,,120,,notional-n,,,",
            "J56001,Paper 1 Foundation,component,,foundation,examined,100,1,,,,,,",
            "J56002,Paper 2 Foundation,component,,foundation,examined,80,1.25,,,,,,",
            "J56003,Paper 1 Higher,component,,higher,examined,100,1,,,,,,",
            "J56004,Paper 2 Higher,component,,higher,moderated,80,1.25,,,,,,",
            "R014,Principles of Engineering,unit,vocational,untiered,examined,70,,100,,,,,",
        ],
        ["assessment-boundaries.csv"] =
        [
            "assessment_code,grade,mark,ums,provenance",
            "F011,A,68,,published", "F011,B,61,,published", "F011,C,54,,published", "F011,D,47,,published", "F011,E,41,,published",
            "F012,A,100,,published", "F012,B,87,,published", "F012,C,74,,published", "F012,D,62,,published", "F012,E,50,,published",
            "F013,A,61,64,published", "F013,B,54,56,published", "F013,C,48,48,published", "F013,D,42,40,published", "F013,E,36,32,published",
            "F014,A,92,,published", "F014,B,80,,published", "F014,C,68,,published", "F014,D,56,,published", "F014,E,44,,published",
            "J56003,9,85,,invented", "J56003,8,75,,invented",
            "R014,*2,60,90,invented", "R014,D2,50,80,invented", "R014,M2,40,70,invented", "R014,P2,30,60,invented",
        ],
        ["centres.csv"] = ["centre_number,name", "10101,Northtown School", "10102,Southtown College"],
        ["candidates.csv"] =
        [
            "centre_number,candidate_number,family_name,forenames,date_of_birth,uci,uln,second_uci",
            $"10101,0001,ARCHER,ANN,2009-03-01,{UciOf(1)},0000000042,",
            $"10101,0002,BAKER,BEN,2009-04-02,{UciOf(2)},,{UciOf(9)}",
            $"10102,0001,\"COOPER, SMITH\",,2010-01-31,{UciOf(3)},,",
        ],
        ["unit-entries.csv"] =
        [
            "centre_number,candidate_number,assessment_code",
            "10101,0001,F011", "10101,0001,F012", "10101,0001,F013", "10101,0001,F014", "10101,0002,R014",
        ],
        ["certification-entries.csv"] =
        [
            "centre_number,candidate_number,qualification_code,option,endorsement",
            "10101,0001,H001,,", "10101,0001,H401,,", "10101,0002,J800,,", "10102,0001,J560,H,D",
        ],
        ["marks.csv"] =
        [
            "centre_number,candidate_number,assessment_code,status,mark",
            "10101,0001,F011,marked,80", "10101,0001,F012,partly-absent,51", "10101,0001,F013,absent,", "10101,0001,F014,no-result,",
            "10101,0002,R014,pending,", "10102,0001,J56003,marked,0", "10102,0001,J56004,marked,80",
        ],
        ["earlier-results.csv"] =
        [
            "centre_number,candidate_number,assessment_code,series,ums,grade",
            "10101,0001,F011,6B25,64,A", "10101,0001,F011,1B26,40,U",
        ],
        ["special-consideration.csv"] =
        [
            "centre_number,candidate_number,assessment_code,kind,marks,qualification_code,grade",
            "10101,0001,F012,allowance,3,,", "10101,0001,F013,absent-unit,,H401,B",
        ],
    };

    public IEnumerable<string> Names => files.Keys;

    public IReadOnlyList<string> this[string file] => files[file];

    /// <summary>A UCI with the check character that belongs to it.</summary>
    public static string UciOf(int serial)
    {
        var body = FormattableString.Invariant($"10101025{serial:0000}");
        return body + Uci.CheckCharacter(body);
    }

    public SamplePackage Without(string file)
    {
        files.Remove(file);
        return this;
    }

    public SamplePackage WithFile(string file, params string[] lines)
    {
        files[file] = [.. lines];
        return this;
    }

    public SamplePackage WithLine(string file, int line, string text)
    {
        files[file][line - 1] = text;
        return this;
    }

    public SamplePackage WithoutLine(string file, int line)
    {
        files[file].RemoveAt(line - 1);
        return this;
    }

    /// <summary>Adds a line at the end; the fault it makes is in line <c>this[file].Count</c>.</summary>
    public SamplePackage Plus(string file, params string[] lines)
    {
        files[file].AddRange(lines);
        return this;
    }

    public SamplePackage WithCell(string file, int line, string column, string value)
    {
        var fields = files[file][line - 1].Split(',');
        fields[Array.IndexOf(files[file][0].Split(','), column)] = value;
        return WithLine(file, line, string.Join(',', fields));
    }

    /// <summary>The file's text changed as a whole, lines and all.</summary>
    public SamplePackage Changed(string file, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        files[file] = [.. change(files[file])];
        return this;
    }

    public Dictionary<string, byte[]> ToBytes()
        => files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(string.Join('\n', file.Value) + "\n"));

    public SeriesReading Read() => Read(ToBytes());

    public static SeriesReading Read(IEnumerable<KeyValuePair<string, byte[]>> files)
        => SeriesFilesReader.ReadZip(Zip(files), CancellationToken.None);

    public static MemoryStream Zip(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return zip;
    }
}
