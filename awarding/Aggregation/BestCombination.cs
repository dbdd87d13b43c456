namespace ResultsGrid.Awarding.Aggregation;

/// <summary>Finds the legal combination of results with the highest total, exactly.</summary>
/// <remarks>
/// Place by place it keeps the best combination for each number of optional results and each amount of terminal uniform
/// marks, which is all that later places depend on. So the work is bounded by places x (optional + 1) x (terminal + 1), and
/// in practice tiny, since units come in few sizes.
/// </remarks>
internal static class BestCombination
{
    /// <summary>No option of a qualification has as many units.</summary>
    public const int MaxPlaces = 64;

    /// <summary>Null where no combination reaches the terminal share.</summary>
    /// <param name="optional">How many results count beside those of the fixed places.</param>
    /// <param name="terminalUms">Least uniform marks, of the units' maxima, taken in the certification series.</param>
    /// <exception cref="ArgumentException">More places than <see cref="MaxPlaces"/>.</exception>
    public static Combination? Of(IReadOnlyList<Place> places, int optional, int terminalUms)
    {
        if (places.Count > MaxPlaces) throw new ArgumentException($"An option has {places.Count} contributions; at most {MaxPlaces} are awarded.");
        var reached = new Dictionary<(int Optional, int TerminalUms), Combination> { [(0, 0)] = Combination.Empty };
        foreach (var place in places)
        {
            var next = new Dictionary<(int Optional, int TerminalUms), Combination>();
            foreach (var (at, combination) in reached)
            {
                if (!place.IsFixed) Keep(at, combination);
                var counted = place.IsFixed ? at.Optional : at.Optional + 1;
                if (counted > optional) continue;
                foreach (var sitting in place.Sittings)
                {
                    var terminal = Math.Min(at.TerminalUms + sitting.TerminalUms, terminalUms);
                    Keep((counted, terminal), combination.With(sitting));
                }
            }

            reached = next;

            void Keep((int Optional, int TerminalUms) at, Combination combination)
            {
                var isBetter = !next.TryGetValue(at, out var kept) || combination.Standing.CompareTo(kept.Standing) > 0;
                if (isBetter) next[at] = combination;
            }
        }

        return reached.GetValueOrDefault((optional, terminalUms));
    }
}
