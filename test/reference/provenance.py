"""Reference values for lib/provenance: hashlib for Merkle trees, scikit-learn for MurmurHash3. Prints JSON; see README.md."""

import hashlib
import json
import struct
import sys

import sklearn
from sklearn.utils import murmurhash3_32

# The inputs and roots that tests of Certificate Transparency programs have shared since RFC 6962.
inputs = [bytes.fromhex(h) for h in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")]
published = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def sha256(data):
    return hashlib.sha256(data).digest()


def split(n):
    k = 1
    while 2 * k < n:
        k *= 2
    return k


def root(leaves):
    """MTH of RFC 6962, section 2.1."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0])
    k = split(len(leaves))
    return sha256(b"\x01" + root(leaves[:k]) + root(leaves[k:]))


def path(m, leaves):
    """PATH of RFC 6962, section 2.1.1."""
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if m < k:
        return path(m, leaves[:k]) + [root(leaves[k:])]
    return path(m - k, leaves[k:]) + [root(leaves[:k])]


def tree(leaves):
    return {"size": len(leaves), "root": root(leaves).hex(), "proofs": [[h.hex() for h in path(m, leaves)] for m in range(len(leaves))]}


for n in range(1, 9):
    assert root(inputs[:n]).hex() == published[n - 1]

words = [[], [0], [1], [1, 2], [0xFFFFFFFF], [123456789, 987654321, 5], list(range(20))]
print(
    json.dumps(
        {
            "made with": {"python": sys.version.split()[0], "scikit-learn": sklearn.__version__},
            "inputs": [leaf.hex() for leaf in inputs],
            "trees": [tree(inputs[:n]) for n in range(9)],
            "numbered": [tree([f"item {i}".encode() for i in range(n)]) for n in (11, 33)],
            "murmur3": [{"words": w, "hash": murmurhash3_32(b"".join(struct.pack("<I", x) for x in w), seed=0, positive=True)} for w in words],
        },
        indent=1,
    )
)
