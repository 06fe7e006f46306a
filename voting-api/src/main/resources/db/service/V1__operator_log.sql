-- Who did what in the service, for the operator; the board holds what the public sees.
CREATE TABLE operator_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    election text,
    role text NOT NULL,
    action text NOT NULL
);
