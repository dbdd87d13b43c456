using System.Reflection;
using Orleans.Concurrency;

namespace ResultsGrid.Embedded.Calls;

/// <summary>One method of a grain interface: how it is called, and beside what it may run.</summary>
internal abstract class GrainMethod
{
    private readonly MethodInfo method;
    private readonly MethodInvoker invoker;
    private readonly Type[] parameters;

    protected GrainMethod(MethodInfo method, bool roundTrips)
    {
        this.method = method;
        invoker = MethodInvoker.Create(method);
        parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        RoundTrips = roundTrips;
        // IsDefined, for GetCustomAttribute would load types of the Orleans runtime, which isn't here.
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        AlwaysInterleaves = method.IsDefined(typeof(AlwaysInterleaveAttribute));
    }

    public bool IsReadOnly { get; }

    public bool AlwaysInterleaves { get; }

    public bool RoundTrips { get; }

    /// <exception cref="NotSupportedException">The method can't be called on both hosts.</exception>
    public static GrainMethod Of(MethodInfo method, bool roundTrips)
    {
        var name = $"{method.DeclaringType}.{method.Name}";
        if (method.IsGenericMethodDefinition) throw new NotSupportedException($"{name} is generic: grain methods are not.");
        if (method.IsDefined(typeof(OneWayAttribute))) throw new NotSupportedException($"{name} is [OneWay]: here every call has an answer.");
        if (method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef)) throw new NotSupportedException($"{name} has a parameter by reference: calls are messages.");
        if (method.ReturnType == typeof(Task)) return new PlainMethod(method, roundTrips);
        if (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>))
        {
            var typed = typeof(ResultMethod<>).MakeGenericType(method.ReturnType.GetGenericArguments());
            return (GrainMethod)Activator.CreateInstance(typed, method, roundTrips)!;
        }

        throw new NotSupportedException($"{name} returns {method.ReturnType.Name}: a grain method returns Task or Task<T>.");
    }

    public abstract Call NewCall(object?[] arguments, long accepted);

    public Task? Invoke(object grain, object?[] arguments) => (Task?)invoker.Invoke(grain, arguments.AsSpan());

    public override string ToString() => $"{method.DeclaringType!.Name}.{method.Name}";

    protected object?[] Copied(object?[] arguments) => RoundTrips ? ContractCopy.Of(arguments, parameters) : arguments;

    private sealed class PlainMethod(MethodInfo method, bool roundTrips) : GrainMethod(method, roundTrips)
    {
        public override Call NewCall(object?[] arguments, long accepted) => new PlainCall(this, Copied(arguments), accepted);
    }

    private sealed class ResultMethod<TResult>(MethodInfo method, bool roundTrips) : GrainMethod(method, roundTrips)
    {
        public override Call NewCall(object?[] arguments, long accepted) => new ResultCall<TResult>(this, Copied(arguments), accepted);
    }
}
