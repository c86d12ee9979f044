"""Opens what is sealed in the database, with libsodium and without the program's code."""

import base64
import ctypes
import ctypes.util

sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")
NONCE, TAG = 24, 16
BEGIN = "1."  # then eight signs that name the key, a full stop, nonce and sealed bytes


def keys_in(file):
    """Those in data.key, the newest first."""
    with open(file, encoding="utf-8") as lines:
        return [bytes.fromhex(line[:64]) for line in lines if line.strip() and line[0] != "#"]


def is_sealed(cell):
    return isinstance(cell, str) and cell.startswith(BEGIN) and cell[10:11] == "."


def opened(cell, keys, *place):
    """`place`: organisation, case, table, column, row."""
    sealed = base64.urlsafe_b64decode(cell[11:] + "=" * (-len(cell[11:]) % 4))
    bound = b"".join(b"%d:%s" % (len(part.encode()), part.encode()) for part in place)
    plain = ctypes.create_string_buffer(len(sealed) - NONCE - TAG)
    for key in keys:
        fine = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
            plain, None, None, sealed[NONCE:], ctypes.c_ulonglong(len(sealed) - NONCE),
            bound, ctypes.c_ulonglong(len(bound)), sealed[:NONCE], key)
        if fine == 0:
            return plain.raw.decode()
    raise ValueError(f"a sealed value of {'/'.join(place)} does not open")
