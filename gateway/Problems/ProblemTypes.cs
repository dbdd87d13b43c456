namespace ResultsGrid.Gateway.Problems;

/// <summary>Every refusal that the API gives.</summary>
public static class ProblemTypes
{
    public static readonly ProblemType NotSignedIn = new("not-signed-in", 401, "Not signed in",
        "The request has no token or access key, or one that is unknown, expired or revoked. Sign in with POST /api/v1/session, or ask your centre administrator for a key.");

    public static readonly ProblemType SignInRefused = new("sign-in-refused", 401, "Sign-in refused",
        "User name and password don't belong together. Three wrong passwords in a row lock the account.");

    public static readonly ProblemType AccountLocked = new("account-locked", 403, "Account locked",
        "Three wrong passwords in a row locked this account. The centre administrator unlocks a user, the board an administrator, an operator another one. Sessions that were open stay open.");

    public static readonly ProblemType Embargoed = new("embargoed", 403, "Not released yet",
        "This is not released to you yet. 'opens' is the moment when it will be, where one is set, and Retry-After the seconds until then.");

    public static readonly ProblemType NotYourRole = new("not-your-role", 403, "Not for your role",
        "None of your roles allows this. The centre administrator gives out roles.");

    public static readonly ProblemType NotFound = new("not-found", 404, "Not found",
        "There is nothing here for you: it does not exist, or it is another centre's.");

    public static readonly ProblemType Withdrawn = new("withdrawn", 410, "Document withdrawn",
        "The board withdrew this document; 'detail' says why. A new version replaces it when it is published.");

    public static readonly ProblemType Conflict = new("conflict", 409, "Not now",
        "The series' present state does not allow this; 'detail' says what stands in the way.");

    public static readonly ProblemType SecondOperator = new("second-operator-needed", 409, "A second operator is needed",
        "Whoever proposed a schedule, or a change of an operator's account, may not approve it.");

    public static readonly ProblemType AccountChanged = new("account-changed", 409, "An account changed since",
        "Your account, or for a change of accounts the proposer's, is new, was enabled or was given another password after this was proposed. Somebody else has to approve it, or it is proposed anew.");

    public static readonly ProblemType WrongPassword = new("wrong-password", 403, "Wrong password",
        "The old password is not yours. Three wrong passwords in a row lock the account.");

    public static readonly ProblemType Invalid = new("invalid", 422, "Not valid",
        "The request can't be understood; 'detail' says what is wrong with which field.");

    public static readonly ProblemType PackageRefused = new("package-refused", 422, "Series files refused",
        "The series files have faults. Nothing was applied; 'faults' names file, line, field, value and reason of each.");

    public static readonly ProblemType PreconditionFailed = new("precondition-failed", 412, "Precondition failed",
        "The document is not, or not any more, the one that If-Match or If-Unmodified-Since names. Fetch it anew.");

    public static readonly ProblemType RangeNotSatisfiable = new("range-not-satisfiable", 416, "Range not satisfiable",
        "The document has no byte in the range that was asked for; Content-Range gives its length.");

    public static readonly ProblemType TooLarge = new("too-large", 413, "Too large",
        "The request is larger than the API takes; 'detail' says what it takes.");

    public static readonly ProblemType WrongMediaType = new("wrong-media-type", 415, "Wrong media type",
        "The request's Content-Type is not one that this address takes.");

    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405, "Method not allowed",
        "The address exists, but not for this method; Allow lists those that it has.");

    public static readonly ProblemType Busy = new("busy", 503, "Busy",
        "The service has as much to do as it takes on. Try again after the seconds in Retry-After.");

    public static readonly ProblemType StorageUnavailable = new("storage-unavailable", 503, "Storage unavailable",
        "The service's disk is full or fails, so this could not be stored for sure. It may have been done or not: look before you repeat it. /health/ready tells the operators what is wrong.");

    public static readonly ProblemType OutOfTouch = new("out-of-touch", 503, "Out of touch",
        "This node can't hear just now of what changed, so it answers nothing that may be old. Others may: try again after the seconds in Retry-After.");

    public static readonly ProblemType Fault = new("fault", 500, "Fault",
        "A fault of ours. Nothing that was acknowledged is lost; try again, and report the trace identifier if it stays.");

    public static IReadOnlyList<ProblemType> All { get; } =
    [
        NotSignedIn, SignInRefused, AccountLocked, Embargoed, NotYourRole, NotFound, Withdrawn, Conflict, SecondOperator, AccountChanged, WrongPassword,
        Invalid, PackageRefused, PreconditionFailed, RangeNotSatisfiable, TooLarge, WrongMediaType, MethodNotAllowed, Busy, StorageUnavailable, OutOfTouch, Fault,
    ];

    /// <summary>The type that stands for a bare status, which the framework sets where no handler ran.</summary>
    public static ProblemType Of(int status) => status switch
    {
        401 => NotSignedIn,
        403 => NotYourRole,
        404 => NotFound,
        405 => MethodNotAllowed,
        412 => PreconditionFailed,
        413 => TooLarge,
        415 => WrongMediaType,
        416 => RangeNotSatisfiable,
        503 => Busy,
        >= 500 => Fault,
        _ => Invalid,
    };
}
