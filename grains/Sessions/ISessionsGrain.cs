using Orleans.Concurrency;
using ResultsGrid.Grains.Accounts;
using ResultsGrid.Grains.Documents;

namespace ResultsGrid.Grains.Sessions;

/// <summary>The open sessions and wrong passwords of one shelf, apart from its accounts: a guess rewrites no profile.</summary>
/// <remarks>Key: the shelf, for example 12345 or board.</remarks>
[Alias("ISessionsGrain")]
public interface ISessionsGrain : IGrainWithStringKey
{
    /// <summary>True while the account takes no password: three wrong ones in a row lock it until somebody unlocks it.</summary>
    /// <param name="isKnown">False for a name that no user has: it is locked like one, so that guesses don't tell which names there are.</param>
    [ReadOnly, Alias("IsLocked")]
    Task<bool> IsLocked(UserName name, bool isKnown);

    /// <summary>Counts a wrong password; the answer is how many tries are left, 0 when the account is now locked.</summary>
    /// <param name="isKnown">False for a name that no user has.</param>
    [Alias("RecordWrongPassword")]
    Task<int> RecordWrongPassword(UserName name, bool isKnown);

    [Alias("Unlock")]
    Task Unlock(UserName user);

    /// <summary>Opens a session and forgets the user's wrong passwords. The oldest gives way where a user has too many.</summary>
    [Alias("Open")]
    Task Open(Session session);

    /// <summary>Every session that is kept; some may have expired.</summary>
    [ReadOnly, Alias("ListOpen")]
    Task<ImmutableArray<Session>> ListOpen();

    /// <returns>False where it was closed already.</returns>
    [Alias("Close")]
    Task<bool> Close(ContentHash tokenHash);

    /// <summary>Closes every session of a user.</summary>
    [Alias("CloseAll")]
    Task CloseAll(UserName user);
}
