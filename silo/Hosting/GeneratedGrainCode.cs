using ResultsGrid.Grains.Centres;

// Orleans' generator makes the invokers of every grain interface in the assembly that holds this one, and finds the classes.
[assembly: GenerateCodeForDeclaringAssembly(typeof(ICentreGrain))]
