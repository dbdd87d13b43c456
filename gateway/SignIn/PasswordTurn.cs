namespace ResultsGrid.Gateway.SignIn;

/// <summary>A place in the password lane, given back when disposed of.</summary>
public sealed class PasswordTurn : IDisposable
{
    private readonly PasswordLane lane;
    private bool isOver;

    internal PasswordTurn(PasswordLane lane) => this.lane = lane;

    /// <summary>Verifies a password. Without a hash (no such user) it takes as long and is false.</summary>
    public Task<bool> Verify(string? hash, string password) => lane.Verify(hash, password);

    public void Dispose()
    {
        if (isOver) return;
        isOver = true;
        lane.Leave();
    }
}
