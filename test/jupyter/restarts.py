"""process.exit() under Jupyter's own manager, which starts the kernel anew: prints what a user would see."""

import time

from jupyter_client.ioloop import IOLoopKernelManager
from tornado.ioloop import IOLoop


async def main():
    manager = IOLoopKernelManager(kernel_name="genloss")
    manager.start_kernel()
    restarts = []
    manager.add_restart_callback(lambda: restarts.append(1), "restart")
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    client.execute_interactive("let keep = 1", timeout=60)
    shown = []
    client.execute_interactive("process.exit(0)", timeout=60, output_hook=lambda message: shown.append(message["content"]))
    print([content["ename"] for content in shown if "ename" in content], flush=True)
    from asyncio import sleep

    end = time.time() + 60
    while not restarts and time.time() < end:
        await sleep(0.1)
    print("restarted", len(restarts), flush=True)
    client.stop_channels()
    again = manager.client()  # Jupyter may have chosen other ports
    again.start_channels()
    again.wait_for_ready(timeout=60)
    results = []
    again.execute_interactive("typeof keep", timeout=60, output_hook=lambda message: results.append(message["content"]))
    print([content["data"]["text/plain"] for content in results if "data" in content], flush=True)
    again.stop_channels()
    manager.shutdown_kernel(now=True)


IOLoop.current().run_sync(main)
