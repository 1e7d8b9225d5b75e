"""Doors through which a desk comes in and a person signs in."""

from sync.server.doors.door import Ask, Door
from sync.wire.messages import Enrolled, EnrolRequest, SignedIn, SignInRequest, Token, TokenRequest


def _enrol(ask: Ask) -> Enrolled:
    return ask.centre.identity.enrol(ask.message)


def _token(ask: Ask) -> Token:
    return ask.centre.identity.token(ask.message)


def _sign_in(ask: Ask) -> SignedIn:
    return ask.centre.sign_in.sign_in(ask.key, ask.message)


DOORS = (
    Door(
        *("POST", "/v1/enrol", "Makes a device of whoever shows a good one-time code."),
        work=_enrol, asks=EnrolRequest, answers=Enrolled, token=False,
    ),
    Door(
        *("POST", "/v1/token", "A token of 15 minutes for a desk that signed its id and the present moment."),
        work=_token, asks=TokenRequest, answers=Token, token=False,
    ),
    Door(
        *("POST", "/v1/signin", "Whether this person may work at this desk."),
        work=_sign_in, asks=SignInRequest, answers=SignedIn,
    ),
)  # fmt: skip
