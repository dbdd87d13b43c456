using System.Globalization;
using CsvHelper;
using ResultsGrid.Rehearsal.Candidates;
using ResultsGrid.Rehearsal.Centres;

namespace ResultsGrid.Rehearsal.Package;

/// <summary>The files of centres, candidates and their work. Each is one pass over all candidates, drawn anew.</summary>
internal static class CandidateFiles
{
    public static void Write(SeriesPackage package, IReadOnlyList<Centre> centres, SittingDraw draw)
    {
        package.Table("centres.csv", "centre_number name", csv =>
        {
            foreach (var centre in centres) csv.WriteRecord([Number(centre), centre.Name]);
        });
        package.Table("candidates.csv", "centre_number candidate_number family_name forenames date_of_birth uci uln second_uci", csv =>
        {
            foreach (var centre in centres)
                for (var number = 1; number <= centre.Candidates; number++)
                    Candidate(csv, centre, number, draw);
        });

        Pass("unit-entries.csv", "assessment_code", sitting => sitting.UnitEntries, (csv, entry) => csv.WriteField(entry));
        Pass("certification-entries.csv", "qualification_code option endorsement", sitting => sitting.Certifications, (csv, entry) =>
            Fields(csv, entry.Qualification, entry.Option, entry.Endorsement));
        Pass("marks.csv", "assessment_code status mark", sitting => sitting.Marks, (csv, mark) =>
            Fields(csv, mark.Assessment, Words.Of(mark.Status), Text(mark.RawMark)));
        Pass("earlier-results.csv", "assessment_code series ums grade", sitting => sitting.EarlierResults, (csv, result) =>
            Fields(csv, result.Assessment, result.Series, Text(result.Ums), result.Grade));
        Pass("special-consideration.csv", "assessment_code kind marks qualification_code grade", sitting => sitting.Considerations, (csv, decision) =>
            Fields(csv, decision.Assessment, decision.Marks is null ? "absent-unit" : "allowance", Text(decision.Marks), decision.Qualification, decision.Grade));

        void Pass<TRow>(string file, string columns, Func<Sitting, List<TRow>> rows, Action<CsvWriter, TRow> write)
            => package.Table(file, $"centre_number candidate_number {columns}", csv =>
            {
                var sitting = new Sitting();
                foreach (var centre in centres)
                {
                    var centreNumber = Number(centre);
                    for (var number = 1; number <= centre.Candidates; number++)
                    {
                        draw.Fill(sitting, centre, number);
                        foreach (var row in rows(sitting))
                        {
                            csv.WriteField(centreNumber);
                            csv.WriteField(number, "0000", CultureInfo.InvariantCulture);
                            write(csv, row);
                            csv.EndRecord();
                        }
                    }
                }
            });
    }

    private static void Candidate(CsvWriter csv, Centre centre, int number, SittingDraw draw)
    {
        var (person, secondUci) = draw.Person(centre, number);
        csv.WriteField(Number(centre));
        csv.WriteField(number, "0000", CultureInfo.InvariantCulture);
        csv.WriteField(person.FamilyName);
        csv.WriteField(person.Forenames);
        csv.WriteField(person.DateOfBirth, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Fields(csv, person.Uci, person.Uln, secondUci);
        csv.EndRecord();
    }

    private static void Fields(CsvWriter csv, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields) csv.WriteField(field);
    }

    private static string Number(Centre centre) => centre.Number.ToString("00000", CultureInfo.InvariantCulture);

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
