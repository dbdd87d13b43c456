using System.Reflection;
using ResultsGrid.Embedded.Activations;
using ResultsGrid.Embedded.Calls;

namespace ResultsGrid.Embedded;

/// <summary>The grains of one process, by interface and string key.</summary>
public sealed class EmbeddedGrains : IGrainFactory
{
    private readonly GrainClasses classes;
    private readonly ActivationTable table;

    internal EmbeddedGrains(GrainClasses classes, ActivationTable table)
    {
        this.classes = classes;
        this.table = table;
    }

    /// <summary>How many grains are in memory.</summary>
    public int ActivationCount => table.Count;

    /// <param name="grainClassNamePrefix">Ignored: every interface has one class.</param>
    /// <exception cref="NotSupportedException">No registered grain class implements the interface.</exception>
    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
        => Bound(DispatchProxy.Create<TGrainInterface, GrainProxy>(), typeof(TGrainInterface), primaryKey);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey)
        => Bound((IGrain)DispatchProxy.Create(grainInterfaceType, typeof(GrainProxy)), grainInterfaceType, grainPrimaryKey);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw OnlyStringKeys();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => throw OnlyStringKeys();

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw OnlyStringKeys();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw OnlyStringKeys();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw OnlyStringKeys();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw OnlyStringKeys();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw OnlyStringKeys();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw OnlyStringKeys();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw OnlyStringKeys();

    public IAddressable GetGrain(GrainId grainId) => throw OnlyStringKeys();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw OnlyStringKeys();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw OnlyStringKeys();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw OnlyStringKeys();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw NoObservers();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw NoObservers();

    private static NotSupportedException OnlyStringKeys() => new("Grains here have string keys: GetGrain<TGrainInterface>(string) is the way to one.");

    private static NotSupportedException NoObservers() => new("Observers are not offered: no grain here calls back.");

    private TReference Bound<TReference>(TReference reference, Type contract, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ((GrainProxy)(object)reference!).Bind(table, new(classes.Of(contract), key));
        return reference;
    }
}
