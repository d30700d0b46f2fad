package io.vexchange.fixclient.trading;

import java.time.Duration;
import java.util.Map;

/** Something a line of a script or of the shell asks for. */
interface Command {
    /** Does it at the desk; returns when it was sent, or for a waiting command when it is over. */
    void run(Desk desk) throws CommandFault;

    /**
     * Connects and logs on.
     *
     * @param reset both sequence numbers begin at 1 (141=Y); what the venue had kept is given up
     * @param resume sequence numbers are kept in files and go on from there
     * @param refusal the code with which the venue is expected to refuse, null when it should accept
     * @param tags more fields of the Logon
     */
    record Logon(
            String session, String password, boolean reset, boolean resume, String refusal, Map<Integer, String> tags)
            implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.logon(this);
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Logon[" + session + (reset ? " reset" : "") + (resume ? " resume" : "") + "]";
        }
    }

    /** Logout and its answer. */
    record Logout() implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.logout();
        }
    }

    /** Ends the connection without a Logout. */
    record Drop() implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.drop();
        }
    }

    /** Makes a session the one that commands without @ use. */
    record Use(String session) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.use(session);
        }
    }

    /** Sends a NewOrderSingle. */
    record Enter(NewOrder order) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.enter(order);
        }
    }

    /** Sends an OrderCancelRequest. */
    record Cancel(String order, Map<Integer, String> tags) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.cancel(order, tags);
        }
    }

    /** Sends an OrderCancelReplaceRequest: the order as it is, with these tags put over it. */
    record Replace(String order, Map<Integer, String> tags) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.replace(order, tags);
        }
    }

    /** Sends an OrderStatusRequest. */
    record Status(String order) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.status(order);
        }
    }

    /**
     * Sends an OrderMassCancelRequest and waits for its answer.
     *
     * @param symbol null for all
     * @param side null for both
     */
    record MassCancel(String symbol, Side side) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.massCancel(symbol, side);
        }
    }

    /** Waits for a message about an order. */
    record Expect(Expectation expectation) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.expect(expectation);
        }
    }

    /** Waits until everything that was asked has been answered. */
    record Settle(Duration within) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.settle(within);
        }
    }

    /** Lets time pass, so that a person can follow. */
    record Pause(Duration time) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.pause(time);
        }
    }

    /** Lists the orders that work. */
    record Show() implements Command {
        @Override
        public void run(final Desk desk) {
            desk.show();
        }
    }

    /** Prints a line. */
    record Say(String text) implements Command {
        @Override
        public void run(final Desk desk) {
            desk.say(text);
        }
    }

    /** Sends any message, written as {@code 35=D|55=ACME|…}. */
    record Raw(String message) implements Command {
        @Override
        public void run(final Desk desk) throws CommandFault {
            desk.raw(message);
        }
    }

    /** Shows the messages on the wire, or no longer. */
    record Wire(boolean on) implements Command {
        @Override
        public void run(final Desk desk) {
            desk.wire(on);
        }
    }

    /** Prints how commands are written. */
    record Help() implements Command {
        @Override
        public void run(final Desk desk) {
            desk.help();
        }
    }

    /** Ends the script or the shell. */
    record Exit() implements Command {
        @Override
        public void run(final Desk desk) {
            desk.leave();
        }
    }
}
