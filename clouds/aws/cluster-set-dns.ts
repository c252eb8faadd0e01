/**
 * Configuration of EKS's CoreDNS add-on that sends a zone's names elsewhere: the add-on's own Corefile and one server more, since it
 * takes the file as a whole (key `corefile`: "Amazon EKS add-ons: Advanced configuration", AWS, 2022-12; the add-on's own file as
 * of "Recent changes to the CoreDNS add-on", AWS, 2023-08).
 */
export function coreDnsConfiguration(zone: string, address: string): string {
  return JSON.stringify({
    corefile: `${OWN}${zone}:53 {\n    errors\n    cache 30\n    forward . ${address}\n}\n`,
  });
}

const OWN = `.:53 {
    errors
    health {
        lameduck 5s
    }
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        pods insecure
        fallthrough in-addr.arpa ip6.arpa
    }
    prometheus :9153
    forward . /etc/resolv.conf
    cache 30
    loop
    reload
    loadbalance
}
`;
