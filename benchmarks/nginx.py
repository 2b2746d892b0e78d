"""nginx with the saved bytes: one file for each page and coding, found by host and path."""

from getpass import getuser
from pathlib import Path

from benchmarks.saved import Saved

OWN = {"content-type", "content-length", "content-encoding", "last-modified", "etag", "accept-ranges"}
CONFIG = """
daemon off;
user {user};
worker_processes 2;
pid {folder}/nginx.pid;
error_log stderr error;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    open_file_cache max=4000;
    map_hash_bucket_size 512;
    map_hash_max_size 8192;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    map $http_accept_encoding $coding {{ default gzip; ~br br; }}
    map $coding $said {{ {said} }}
    map $host$request_uri $page {{ include {folder}/pages.map; }}
    server {{
        listen 127.0.0.1:{port} backlog=1024;
        root {folder};
        default_type "text/html; charset=utf-8";
        types {{ }}
        add_header Content-Encoding $said;
        {headers}
        location / {{ try_files /$page.$coding =404; }}
    }}
}}
"""


def configure(folder: Path, saved: Saved, port: int) -> Path:
    """Write the configuration; the headers are those of the first page."""
    encodings, headers = {}, None
    for (_host, _path, coding), (kept, _body) in saved.items():
        said = {name.lower(): value for name, value in kept}
        encodings.setdefault(coding, said.get("content-encoding", ""))
        headers = headers or {name: value for name, value in said.items() if name not in OWN}
    lines = [f'add_header {name} "{value}";' for name, value in headers.items()]
    said = " ".join(f'{coding} "{value}";' for coding, value in encodings.items())
    path = folder / "nginx.conf"
    path.write_text(
        CONFIG.format(folder=folder, user=getuser(), port=port, said=said, headers="\n        ".join(lines))
    )
    return path
