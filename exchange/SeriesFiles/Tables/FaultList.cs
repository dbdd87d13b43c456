namespace ResultsGrid.Exchange.SeriesFiles.Tables;

/// <summary>The first faults of a package in file and line order, however many there are and in whatever order they are found.</summary>
internal sealed class FaultList
{
    // The last of those kept comes out first, so that an earlier one can take its place.
    private readonly PriorityQueue<Fault, Place> kept = new(Comparer<Place>.Create((one, other) => other.CompareTo(one)));
    private readonly Dictionary<string, FileFaults> files = [];
    private int found;

    public bool IsEmpty => found == 0;

    public FileFaults For(string file)
    {
        if (!files.TryGetValue(file, out var faults)) files[file] = faults = new FileFaults(this, file);
        return faults;
    }

    public void Add(Fault fault)
    {
        var place = new Place(SeriesFileNames.RankOf(fault.File), fault.Line ?? 0, found++);
        if (kept.Count < SeriesReading.MaxFaults) kept.Enqueue(fault, place);
        else kept.EnqueueDequeue(fault, place);
    }

    public SeriesReading.Refused ToRefusal()
    {
        var inOrder = kept.UnorderedItems.OrderBy(item => item.Priority).Select(item => item.Element);
        return new SeriesReading.Refused([.. inOrder], HasMore: found > kept.Count);
    }

    private readonly record struct Place(int File, int Line, int Found) : IComparable<Place>
    {
        public int CompareTo(Place other)
            => File != other.File ? File.CompareTo(other.File)
            : Line != other.Line ? Line.CompareTo(other.Line)
            : Found.CompareTo(other.Found);
    }
}
