using System.Globalization;
using System.Text.Json;

namespace ResultsGrid.Rehearsal.Package;

/// <summary>series.json.</summary>
internal static class ScheduleFile
{
    public static void Write(SeriesPackage package, RehearsalPlan plan)
    {
        using var stream = package.Open("series.json");
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("series", plan.Series.ToString());
        json.WriteString("title", plan.Title);
        json.WriteString("basedataVersion", plan.BasedataVersion);
        json.WriteString("restrictedRelease", Minute(plan.RestrictedRelease));
        json.WriteString("candidateRelease", Minute(plan.CandidateRelease));
        json.WriteString("notice", plan.Notice);
        json.WriteEndObject();
    }

    private static string Minute(DateTime london) => london.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
