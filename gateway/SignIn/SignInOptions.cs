namespace ResultsGrid.Gateway.SignIn;

/// <summary>How people sign in.</summary>
public sealed class SignInOptions
{
    /// <summary>OWASP asks for 600,000 rounds of PBKDF2 (with SHA-256; ours uses SHA-512, which costs a guesser more).</summary>
    public int PasswordRounds { get; set; } = 600_000;

    /// <summary>At 0.3 s a password, half a minute's work for one core.</summary>
    public int MaxWaitingSignIns { get; set; } = 100;

    /// <summary>An exams officer's results day, from before midnight to the evening.</summary>
    public TimeSpan SessionLife { get; set; } = TimeSpan.FromHours(20);
}
