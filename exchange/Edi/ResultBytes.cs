using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Exchange.Edi;

/// <summary>Bytes 37 to 52 of a candidate record: the flag, and the 15 bytes that it says how to read.</summary>
internal static class ResultBytes
{
    private const string NoResultCode = "X";
    private const string PendingCode = "Q";
    private const string PartialAbsenceCode = "#";

    private static readonly EdiField Flag = EdiLayout.Field(EdiRecord.Candidate, "flag");
    private static readonly EdiField FirstGrade = EdiLayout.Field(EdiRecord.Candidate, "first grade");
    private static readonly EdiField SecondGrade = EdiLayout.Field(EdiRecord.Candidate, "second grade");
    private static readonly EdiField ResultCode = EdiLayout.Field(EdiRecord.Candidate, "result code");
    private static readonly EdiField PartialAbsence = EdiLayout.Field(EdiRecord.Candidate, "partial absence");
    private static readonly EdiField Mark = EdiLayout.Field(EdiRecord.Candidate, "mark");
    private static readonly EdiField MaximumMark = EdiLayout.Field(EdiRecord.Candidate, "maximum mark");
    private static readonly EdiField Endorsement = EdiLayout.Field(EdiRecord.Candidate, "endorsement");
    private static readonly EdiField[] Blanks = [.. EdiLayout.Fields.Where(field => field.Record == EdiRecord.Candidate && field.Name is "filler" or "no grade" or "no second grade" or "no mark")];

    public static void Write(EdiResult result, Span<byte> record)
    {
        var flag = FlagOf(result);
        Flag.Put(record, [flag]);
        PartialAbsence.Put(record, result.PartialAbsence ? PartialAbsenceCode : "");
        if (Carries(FirstGrade, flag))
        {
            FirstGrade.Put(record, Text(result.FirstGrade));
            SecondGrade.Put(record, Text(result.SecondGrade));
        }

        if (Carries(ResultCode, flag)) ResultCode.Put(record, flag == EdiFlag.NoResult ? NoResultCode : PendingCode);
        if (Carries(Endorsement, flag)) Endorsement.Put(record, Text(result.Endorsement));
        if (Carries(Mark, flag))
        {
            Mark.Put(record, result.Mark);
            MaximumMark.Put(record, result.MaximumMark);
        }
    }

    /// <summary>Fills in what the candidate's result came to.</summary>
    public static EdiResult Read(RecordReader record, EdiResult result)
    {
        var flagText = record.Text(Flag);
        if (flagText.Length == 0 || !EdiFlag.Values.Contains(flagText[0], StringComparison.Ordinal))
        {
            record.Fault(Flag, "not one of the flags " + string.Join(' ', EdiFlag.Values.AsEnumerable()));
            return result;
        }

        var flag = flagText[0];
        foreach (var blank in Blanks)
            if (Carries(blank, flag)) record.Literal(blank, "");
        if (Carries(ResultCode, flag)) record.Literal(ResultCode, flag == EdiFlag.NoResult ? NoResultCode : PendingCode);

        return result with
        {
            Outcome = OutcomeOf(flag),
            FirstGrade = Carries(FirstGrade, flag) ? record.NeededHalf(FirstGrade) : null,
            SecondGrade = Carries(SecondGrade, flag) ? record.Half(SecondGrade) : null,
            PartialAbsence = PartialAbsenceOf(record, flag),
            Mark = Carries(Mark, flag) ? MarkOf(record) : null,
            MaximumMark = Carries(MaximumMark, flag) ? (int)record.NeededNumber(MaximumMark) : null,
            Endorsement = Carries(Endorsement, flag) ? EndorsementOf(record, flag, result.Element) : null,
        };
    }

    private static char FlagOf(EdiResult result) => result.Outcome switch
    {
        Outcome.Graded => result.Endorsement is null ? EdiFlag.Graded : EdiFlag.Endorsed,
        Outcome.NoResult => EdiFlag.NoResult,
        Outcome.Pending => EdiFlag.Pending,
        Outcome.Absent => EdiFlag.Absent,
        _ => throw new InvalidDataException($"Candidate {result.Candidate}, {result.Code}: {result.Outcome} has no place in a results file."),
    };

    private static Outcome OutcomeOf(char flag) => flag switch
    {
        EdiFlag.NoResult => Outcome.NoResult,
        EdiFlag.Pending => Outcome.Pending,
        EdiFlag.Absent => Outcome.Absent,
        _ => Outcome.Graded,
    };

    private static bool Carries(EdiField field, char flag) => field.Flags.Length == 0 || field.Flags.Contains(flag, StringComparison.Ordinal);

    private static string Text(Grade? grade) => grade is { } value ? value.ToString() : "";

    private static Grade? NeededHalf(this RecordReader record, EdiField field)
    {
        var grade = record.Half(field);
        if (grade is null) record.Fault(field, "a graded result has a grade here");
        return grade;
    }

    private static Grade? Half(this RecordReader record, EdiField field)
        => record.Value<ExchangeGrade>(field, ExchangeGrade.Expected)?.First;

    private static bool PartialAbsenceOf(RecordReader record, char flag)
    {
        var text = record.Text(PartialAbsence);
        if (text is not ("" or PartialAbsenceCode)) record.Fault(PartialAbsence, "# or blank");
        if (flag == EdiFlag.Absent && text.Length == 0) record.Fault(PartialAbsence, "an absent result has its # here");
        return text == PartialAbsenceCode;
    }

    private static int? MarkOf(RecordReader record)
    {
        var (mark, maximum) = (record.Number(Mark), record.Number(MaximumMark));
        if (mark > maximum) record.Fault(Mark, $"above its maximum of {maximum}");
        return (int?)mark;
    }

    private static Grade? EndorsementOf(RecordReader record, char flag, EdiElement element)
    {
        var grade = record.Value<ExchangeGrade>(Endorsement, ExchangeGrade.Expected)?.First;
        if (flag == EdiFlag.Endorsed && grade is null) record.Fault(Endorsement, "the flag says that an endorsement stands here");
        if (element == EdiElement.Unit && grade is not null) record.Fault(Endorsement, "only an award has an endorsement");
        return grade;
    }
}
