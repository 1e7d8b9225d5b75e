"""The screens of certificates: the register, one certificate beside its paper, issuing, renewals, templates."""
