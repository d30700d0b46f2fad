// A client of QuickFIX/C++: logs on, trades with itself, asks, cancels, and counts what it refuses. Arguments: port, SenderCompID, dictionary.
// Prints "received=… refused=… done=…".
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <iostream>
#include <mutex>
#include <sstream>
#include <string>
#include <quickfix/Application.h>
#include <quickfix/MessageStore.h>
#include <quickfix/Session.h>
#include <quickfix/SessionSettings.h>
#include <quickfix/SocketInitiator.h>

namespace {

class Client : public FIX::Application {
public:
    explicit Client(const std::string& name) : name_(name) {}

    void onCreate(const FIX::SessionID& id) override { id_ = id; }
    void onLogon(const FIX::SessionID&) override { count("A"); }
    void onLogout(const FIX::SessionID&) override { count("5"); }

    void toAdmin(FIX::Message& message, const FIX::SessionID&) override {
        const std::string type = message.getHeader().getField(35);
        if (type == "A") {
            message.setField(553, name_);
            message.setField(554, "demo");
        } else if (type == "3") {
            refuse(message);
        }
    }

    void toApp(FIX::Message& message, const FIX::SessionID&) throw(FIX::DoNotSend) override {
        if (message.getHeader().getField(35) == "j") {
            refuse(message);
        }
    }

    void fromAdmin(const FIX::Message&, const FIX::SessionID&)
        throw(FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue, FIX::RejectLogon) override {}

    void fromApp(const FIX::Message& message, const FIX::SessionID&)
        throw(FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue, FIX::UnsupportedMessageType) override {
        count(message.getHeader().getField(35));
    }

    /// Waits until that many messages of the type have come.
    bool await(const std::string& type, int times) {
        std::unique_lock<std::mutex> lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(30), [&] { return counts_[type] >= times; });
    }

    void send(const std::string& type, std::initializer_list<std::pair<int, std::string>> fields) {
        FIX::Message message;
        message.getHeader().setField(35, type);
        for (const auto& each : fields) {
            message.setField(each.first, each.second);
        }
        if (type == "D" || type == "F" || type == "G" || type == "q") {
            message.setField(FIX::TransactTime());
        }
        FIX::Session::sendToTarget(message, id_);
    }

    int received() const { return received_; }
    int refused() const { return refused_; }

private:
    void count(const std::string& type) {
        std::lock_guard<std::mutex> lock(mutex_);
        ++counts_[type];
        ++received_;
        changed_.notify_all();
    }

    void refuse(const FIX::Message& message) {
        ++refused_;
        std::cout << "refuses: " << message.toString() << std::endl;
    }

    const std::string name_;
    FIX::SessionID id_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::string, int> counts_;
    std::atomic<int> received_{0};
    std::atomic<int> refused_{0};
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        return 2;
    }
    const std::string name = argv[2];
    std::stringstream text;
    text << "[DEFAULT]\nConnectionType=initiator\nHeartBtInt=30\nReconnectInterval=1\nStartTime=00:00:00\nEndTime=00:00:00\n"
         << "UseDataDictionary=Y\nDataDictionary=" << argv[3] << "\nResetOnLogon=Y\nValidateUserDefinedFields=Y\n"
         << "[SESSION]\nBeginString=FIX.4.4\nSenderCompID=" << name << "\nTargetCompID=VEX\nSocketConnectHost=127.0.0.1\n"
         << "SocketConnectPort=" << argv[1] << "\n";
    const FIX::SessionSettings settings(text);
    FIX::MemoryStoreFactory stores;
    Client client(name);
    FIX::SocketInitiator initiator(client, stores, settings);
    initiator.start();
    bool done = client.await("A", 1);
    const std::string run = std::to_string(std::chrono::system_clock::now().time_since_epoch().count());
    const auto id = [&](const char* of) { return of + run; };
    client.send("D", {{11, id("a")}, {55, "ACME"}, {54, "1"}, {38, "10"}, {40, "2"}, {44, "99.00"}});
    client.send("D", {{11, id("b")}, {55, "ACME"}, {54, "2"}, {38, "4"}, {40, "2"}, {44, "99.00"}});
    done = done && client.await("8", 4);  // new, new, a trade's two sides
    client.send("G", {{11, id("c")}, {41, id("a")}, {55, "ACME"}, {54, "1"}, {38, "12"}, {40, "2"}, {44, "98.00"}});
    client.send("H", {{11, id("c")}, {55, "ACME"}, {54, "1"}});
    client.send("AF", {{584, id("m")}, {585, "7"}});
    done = done && client.await("8", 7);
    client.send("F", {{11, id("d")}, {41, id("a")}, {55, "ACME"}, {54, "1"}, {38, "12"}});
    client.send("F", {{11, id("e")}, {41, "nothing"}, {55, "ACME"}, {54, "1"}, {38, "12"}});
    done = done && client.await("9", 1);
    client.send("D", {{11, id("f")}, {55, "ACME"}, {54, "1"}, {38, "10"}, {40, "2"}, {44, "500.00"}});
    client.send("D", {{11, id("g")}, {55, "ACME"}, {54, "1"}, {38, "10"}, {40, "3"}, {99, "101.00"}});
    client.send("q", {{11, id("h")}, {530, "7"}});
    done = done && client.await("r", 1);
    client.send("R", {{131, id("i")}});
    client.send("x", {{320, "x"}, {559, "4"}});
    client.send("e", {{324, "e"}, {263, "0"}, {55, "ACME"}});
    done = done && client.await("y", 1) && client.await("f", 1);
    initiator.stop();
    done = done && client.await("5", 1);
    std::cout << "received=" << client.received() << " refused=" << client.refused() << " done=" << done << std::endl;
    return done && client.refused() == 0 ? 0 : 1;
}
