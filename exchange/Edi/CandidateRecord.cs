using System.Globalization;
using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;

namespace ResultsGrid.Exchange.Edi;

/// <summary>A candidate record: who, and against which element; written and read. What came of it stands in <see cref="ResultBytes"/>.</summary>
internal static class CandidateRecord
{
    public const string AwardType = "R5";
    public const string UnitType = "R6";

    private const string DateFormat = "yyyyMMdd";

    private static readonly EdiField RecordType = EdiLayout.Field(EdiRecord.Candidate, "record type");
    private static readonly EdiField Centre = EdiLayout.Field(EdiRecord.Candidate, "centre number");
    private static readonly EdiField Candidate = EdiLayout.Field(EdiRecord.Candidate, "candidate number");
    private static readonly EdiField UniqueIdentifier = EdiLayout.Field(EdiRecord.Candidate, "UCI");
    private static readonly EdiField ElementCode = EdiLayout.Field(EdiRecord.Candidate, "element code");
    private static readonly EdiField Option = EdiLayout.Field(EdiRecord.Candidate, "option");
    private static readonly EdiField Name = EdiLayout.Field(EdiRecord.Candidate, "name");
    private static readonly EdiField DateOfBirth = EdiLayout.Field(EdiRecord.Candidate, "date of birth");
    private static readonly EdiField LearnerNumber = EdiLayout.Field(EdiRecord.Candidate, "ULN");

    public static void Write(EdiResult result, CentreNumber centre, Span<byte> record)
    {
        RecordType.Put(record, result.Element == EdiElement.Award ? AwardType : UnitType);
        Centre.Put(record, centre.ToString());
        Candidate.Put(record, result.Candidate.ToString());
        UniqueIdentifier.Put(record, result.Uci.ToString());
        ElementCode.Put(record, result.Code);
        Option.Put(record, result.Option);
        ResultBytes.Write(result, record);
        Name.Put(record, result.Name);

        Span<char> date = stackalloc char[DateFormat.Length];
        result.DateOfBirth.TryFormat(date, out _, DateFormat, CultureInfo.InvariantCulture);
        DateOfBirth.Put(record, date);
        LearnerNumber.Put(record, result.Uln is { } uln ? uln.ToString() : "");
    }

    /// <param name="centre">The header's; null where the header could not be read.</param>
    public static EdiResult Read(RecordReader record, CentreNumber? centre)
    {
        if (centre is { } number) record.Literal(Centre, number.ToString());
        var element = record.Text(RecordType) == AwardType ? EdiElement.Award : EdiElement.Unit;
        return ResultBytes.Read(record, new EdiResult(
            element,
            record.NeededValue<CandidateNumber>(Candidate, CandidateNumber.Expected),
            record.NeededValue<Uci>(UniqueIdentifier, Uci.Expected),
            NameOf(record),
            DateOf(record),
            record.Value<Uln>(LearnerNumber, Uln.Expected),
            CodeOf(record, element),
            OptionOf(record, element),
            default, null, null, false, null, null, null));
    }

    private static string NameOf(RecordReader record)
    {
        var name = record.Text(Name);
        if (name.IndexOf(':', StringComparison.Ordinal) < 1) record.Fault(Name, "a name is FAMILY NAME: FORENAMES, with its colon also where there are no forenames");
        return name;
    }

    private static DateOnly DateOf(RecordReader record)
    {
        if (!DateOnly.TryParseExact(record.Text(DateOfBirth), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            record.Fault(DateOfBirth, "a date is yyyymmdd");
        return date;
    }

    private static string CodeOf(RecordReader record, EdiElement element)
        => element == EdiElement.Award
            ? record.NeededValue<QualificationCode>(ElementCode, QualificationCode.Expected).ToString()
            : record.NeededValue<AssessmentCode>(ElementCode, AssessmentCode.Expected).ToString();

    private static string OptionOf(RecordReader record, EdiElement element)
    {
        var option = record.Text(Option);
        if (element == EdiElement.Unit && option.Length > 0) record.Fault(Option, "a unit has no option");
        if (!option.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))) record.Fault(Option, "an option is at most 2 capital letters or digits");
        return option;
    }
}
