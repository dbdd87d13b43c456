namespace ResultsGrid.Gateway.Admission;

/// <summary>A request's place among those worked on, given back once.</summary>
internal sealed class AdmittedPlace(FairQueue queue)
{
    private int left;

    public void Leave()
    {
        if (Interlocked.Exchange(ref left, 1) == 0) queue.Leave();
    }
}
