// Leases, probes and timeouts of the nodes go by the machine's clock: on two processors a second cluster beside them would cost the first its time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
